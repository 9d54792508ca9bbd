/** Running text around a title `{}`; `{author}` and `{surname}` are its own first author. */
type Carrier = string;

/** What the thresholds were looked at with. */
export const seen: Carrier[] = [
  '{} by {author}',
  'Yesterday, {} from Google',
  'Our poster is up: {} at ICML 2024',
  'I liked the new one, {} by Smith',
  'Smith J, Lee K {} NeurIPS 2024',
  'Has anyone reproduced {} yet?',
  'We build on {} (Smith et al., 2023) and extend it to video.',
  'Congrats to the team behind {}, well deserved!',
  'See also {} for a longer account of this.',
];

/** What no threshold was chosen by. */
export const heldOut: Carrier[] = [
  '{surname} and others wrote {} two years ago',
  'A thread on {} from Stanford',
  'Next up is {} at NeurIPS.',
  'Accepted to CVPR: {} with code and models',
  '2) {} by Roe et al. is the one to start with',
  'Roe R, Smith J {} ICLR 2023',
  'New work from our lab, {}, is out today',
  'Does {} hold up on small data?',
  'My notes on {} are here',
];
