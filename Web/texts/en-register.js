// The English texts of visitors who make themselves an account.

export const register = {
  open: "Create an account",
  title: "Create an account",
  lead: "You see no device until somebody gives you one.",
  name: "Your name",
  email: "Email",
  password: "Password",
  help: "At least 8 characters. A few unrelated words are good.",
  submit: "Create account",
  busy: "Creating…",
  back: "I have an account",
};
