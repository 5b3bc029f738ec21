using SoeBot.Domain.People;

namespace SoeBot.Store.People;

public sealed record RoleHolder(PersonKey Person, Role Role);
