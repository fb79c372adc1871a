/** The build turns an imported .yaml file into its text. */
declare module '*.yaml' {
  const text: string;
  export default text;
}
