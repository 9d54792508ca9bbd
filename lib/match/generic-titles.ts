import { foldTitle } from './title-text';

/**
 * Titles that are everyday phrases as well: a page that says one seldom means the paper of that name. Every title (or
 * rest of a title behind its acronym) of under 44 letters, out of 216,000, that three or more abstracts of other papers
 * use as a phrase (counted over 40,000 abstracts), and the usual headings. After the deny list of fuzzycat.
 */
const phrases =
  'a benchmark|a benchmark dataset|a blueprint|a brief review|a case study|a causal perspective|' +
  'a comparative analysis|a comparative evaluation|a comparative study|a comprehensive analysis|' +
  'a comprehensive benchmark|a comprehensive empirical study|a comprehensive evaluation|' +
  'a comprehensive framework|a comprehensive review|a comprehensive study|a comprehensive survey|' +
  'a controlled study|a critical evaluation|a data centric perspective|a data driven approach|' +
  'a deep learning approach|a holistic evaluation|a human in the loop framework|a hybrid model|' +
  'a large scale benchmark|a learning framework|a machine learning approach|a multivocal literature review|' +
  'a new dataset|a perspective|a pilot study|a practical approach|a practical guide|a preliminary analysis|' +
  'a preliminary study|a proof of concept|a randomized controlled trial|a recipe|a retrospective|a review|' +
  'a roadmap|a sampling|a scoping review|a self supervised approach|a semi supervised approach|a survey|' +
  'a systematic literature review|a systematic mapping study|a systematic review|a systematic survey|' +
  'a taxonomy|a theoretical perspective|a transfer learning approach|a unified framework|' +
  'a unified perspective|a vision|abstract|acknowledgements|acknowledgments|active sensing|' +
  'agent as a judge|algorithms|an empirical study|an experimental study|an exploratory study|' +
  'an extensive review|an in depth review|an in depth study|an information theoretic analysis|' +
  'an information theoretic approach|an information theoretic perspective|an overview|' +
  'an unsupervised approach|analysis and mitigation|appendix|attention based feature aggregation|' +
  'audio visual segmentation|benchmark study|bibliography|blank|call for papers|' +
  'camouflaged object detection|case study|center of inertia|challenges and future directions|' +
  'challenges and opportunities|concept bottleneck models|conclusion|conclusions|consistency models|' +
  'construction|contents|contrastive clustering|correction|corrigendum|' +
  'cross lingual retrieval augmented generation|data driven|dataset and approach|dataset and benchmark|' +
  'dataset distillation|dataset model and benchmark|datasets and methods|deep equilibrium models|' +
  'deep image prior|denoising diffusion implicit models|denoising diffusion probabilistic models|' +
  'diffusion world model|discrete flow matching|discussion|editorial|' +
  'embodied question answering|erratum|experimental results|extended version|' +
  'few shot class incremental learning|foreword|forums|foundations|frontmatter|future work|gates|' +
  'gaussian splatting slam|generalized category discovery|generalized linear models|' +
  'generative adversarial imitation learning|graph attention networks|graph learning|graph transformer|' +
  'guest editorial|hindsight experience replay|hypernetworks|index|' +
  'interactive benchmarks|introduction|latent dirichlet allocation|' +
  'learning from demonstration|learning to integrate|learning to optimize|learning to sample|' +
  'learning with noisy labels|letter to the editor|liverag challenge|mask r cnn|' +
  'matryoshka representation learning|methods|methods and results|natural language generation|' +
  'network alignment|neural architecture|neural ordinary differential equations|occam s razor|old and new|' +
  'opportunities and challenges|overview|panoptic segmentation|part i|placeholder|point transformer|' +
  'polynomial time approximation|poster|preface|preliminary results|quantum reinforcement learning|' +
  'references|referring multi object tracking|related work|related works|results|reward modeling|' +
  'segment anything|semantic filtering|spatial variation|summary|supervised clustering|' +
  'supervised contrastive learning|supplementary materials|systematic literature review|table of contents|' +
  'technical report|test time reinforcement learning|text infilling|the next generation|' +
  'theoretical and empirical analysis|title|tools and applications|unified image generation|' +
  'upper and lower bounds|using vision language models|video diffusion models|video instance segmentation|' +
  'video swin transformer|visual geometry grounded transformer|visual instruction tuning|' +
  'visual prompt tuning|when and why|why and how|workshops|zero shot semantic segmentation';

const generic = new Set(phrases.split('|').map(foldTitle));

/** Whether a folded title is an everyday phrase, which only an identifier or an author beside it makes a mention. */
export function isGeneric(foldedTitle: string): boolean {
  return generic.has(foldedTitle);
}
