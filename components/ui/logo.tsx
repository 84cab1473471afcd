export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M2 17h4v-4h4V9h4V5h4" />
    </svg>
  );
}
