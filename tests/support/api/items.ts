import type { ServedPaper } from './paper.ts';

/** A paper in a list, with the day it is listed for. */
export interface Listed {
  day: string;
  paper: ServedPaper;
}

/** Before this day the API does not repeat a paper's day. */
const selfDated = '2025-01-01';

/** An item of the list, as the published description says. */
export function itemJson({ day, paper }: Listed) {
  return {
    paper: paperJson({ day, paper }) as Record<string, unknown>,
    // The hour at which it was put on the list: no day of the paper's own.
    publishedAt: `${paper.publishedAt}T20:00:00.000Z`,
    title: paper.title,
    summary: paper.summary,
    ...(paper.media && { mediaUrls: paper.media }),
    ...(paper.thumbnail && { thumbnail: paper.thumbnail }),
    numComments: paper.comments,
    submittedBy: userJson(paper.submitter),
    ...(paper.organization && { organization: organizationJson(paper.organization) }),
    isAuthorParticipating: false,
  };
}

/** The paper inside it, and what `api/papers/{id}` answers. */
export function paperJson({ day, paper }: Listed) {
  return {
    id: paper.id,
    authors: paper.authors.map((name, at) => ({ _id: `${paper.id}-${at}`, name, hidden: false })),
    ...(paper.media && { mediaUrls: paper.media }),
    publishedAt: `${paper.publishedAt}T00:00:00.000Z`,
    ...(day >= selfDated && {
      submittedOnDailyAt: `${day}T00:00:00.000Z`,
      submittedOnDailyBy: userJson(paper.submitter),
    }),
    title: paper.title,
    summary: paper.summary,
    upvotes: paper.upvotes,
    discussionId: `discussion-${paper.id}`,
    ...(paper.projectPage && { projectPage: paper.projectPage }),
    ...(paper.repository && { githubRepo: paper.repository }),
    ...(paper.stars !== undefined && { githubStars: paper.stars }),
    ...(paper.tldr && { ai_summary: paper.tldr }),
    ...(paper.keywords && { ai_keywords: paper.keywords }),
    ...(paper.organization && { organization: organizationJson(paper.organization) }),
    ...(paper.withdrawnAt && { withdrawnAt: paper.withdrawnAt }),
  };
}

function userJson(name: string) {
  return {
    _id: `user-${name}`,
    avatarUrl: '/avatars/placeholder.svg',
    fullname: name,
    name,
    type: 'user',
    isPro: false,
  };
}

function organizationJson(fullname: string) {
  return {
    _id: 'organization',
    name: fullname.toLowerCase().replaceAll(' ', '-'),
    fullname,
    avatar: '/avatars/lab.svg',
  };
}
