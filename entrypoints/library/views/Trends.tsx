export function Trends() {
  return <div class="trends" />;
}
