namespace SoeBot.Domain.People;

public sealed record RoleHolder(PersonKey Person, Role Role);
