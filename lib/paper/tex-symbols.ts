/** TeX commands as Unicode, for text that is not typeset. Only what abstracts and titles use. */

const table = (pairs: string) => new Map(pairs.split(' ').map((pair) => pair.split(':') as [string, string]));

export const greek: ReadonlyMap<string, string> = table(
  'alpha:α beta:β gamma:γ delta:δ epsilon:ε varepsilon:ε zeta:ζ eta:η theta:θ vartheta:ϑ iota:ι kappa:κ lambda:λ mu:μ ' +
    'nu:ν xi:ξ pi:π rho:ρ sigma:σ tau:τ upsilon:υ phi:φ varphi:φ chi:χ psi:ψ omega:ω ' +
    'Gamma:Γ Delta:Δ Theta:Θ Lambda:Λ Xi:Ξ Pi:Π Sigma:Σ Upsilon:Υ Phi:Φ Psi:Ψ Omega:Ω',
);

/** Commands without an argument. */
export const symbols: ReadonlyMap<string, string> = new Map([
  ...greek,
  ...table(
    'ell:ℓ prime:′ times:× cdot:· pm:± mp:∓ div:÷ ast:* star:⋆ circ:∘ bullet:• oplus:⊕ otimes:⊗ odot:⊙ ' +
      'leq:≤ le:≤ geq:≥ ge:≥ neq:≠ ne:≠ approx:≈ sim:∼ simeq:≃ equiv:≡ propto:∝ ll:≪ gg:≫ ' +
      'in:∈ notin:∉ subset:⊂ subseteq:⊆ cup:∪ cap:∩ emptyset:∅ forall:∀ exists:∃ infty:∞ nabla:∇ partial:∂ ' +
      'sum:∑ prod:∏ int:∫ to:→ rightarrow:→ leftarrow:← Rightarrow:⇒ leftrightarrow:↔ mapsto:↦ ' +
      'uparrow:↑ downarrow:↓ ldots:… cdots:⋯ dots:… top:⊤ bot:⊥ perp:⊥ mid:| lVert:‖ rVert:‖ langle:⟨ rangle:⟩ ' +
      'log:log exp:exp min:min max:max arg:arg argmin:argmin argmax:argmax sup:sup inf:inf lim:lim det:det ' +
      'textregistered:® texttrademark:™ copyright:© dag:† ddag:‡ S:§ ss:ß ae:æ oe:œ o:ø l:ł aa:å AA:Å O:Ø L:Ł ' +
      'ie:i.e. eg:e.g. etal:et\u00a0al. etc:etc. wrt:w.r.t. vs:vs. LaTeX:LaTeX TeX:TeX left: right: quad: qquad:',
  ),
]);

/** Commands that only style their argument. */
export const styles =
  'textit|textbf|texttt|textsc|textrm|textsf|textup|textmd|textnormal|textsuperscript|textsubscript|text|emph|underline|uline|mbox|' +
  'mathcal|mathbb|Bbb|mathbf|mathrm|mathit|mathsf|mathtt|mathfrak|mathscr|boldsymbol|bm|operatorname|hbox|url|' +
  'hat|tilde|bar|vec|widehat|widetilde|overline';

const characters = (from: string, to: string) => {
  const targets = [...to];
  return new Map([...from].map((character, i) => [character, targets[i] as string]));
};

const superscripts = characters(
  '0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVW⊤∘′',
  '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵀ°′',
);
const subscripts = characters('0123456789+-−=()aehijklmnoprstuvx', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ');

/** `^` or `_` with its content in Unicode; where Unicode has no such letters, in brackets: `σ_(1:T)`. */
export function script(mark: '^' | '_', content: string): string {
  const map = mark === '^' ? superscripts : subscripts;
  const raised = [...content].map((character) => map.get(character));
  if (raised.every((character) => character !== undefined)) return raised.join('');
  if ([...content].length === 1) return `${mark}${content}`;
  return `${mark}(${content})`;
}

/** Accents over a letter, as combining characters: `\'e` is é. */
export const accents: Record<string, string> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '"': '\u0308',
  '=': '\u0304',
  '.': '\u0307',
  c: '\u0327',
  v: '\u030c',
  u: '\u0306',
  H: '\u030b',
  r: '\u030a',
  k: '\u0328',
};
