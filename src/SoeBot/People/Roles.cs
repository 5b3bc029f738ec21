using SoeBot.Domain.People;

namespace SoeBot.People;

/// <summary>Roles as people say them.</summary>
public static class Roles
{
    public static string Words(Role role) => role switch
    {
        Role.Planning => "planning",
        Role.Procurement => "procurement",
        Role.CustomerService => "customer service",
        Role.PlantManager => "plant manager",
        Role.Lead => "S&OE lead",
        Role.Coordinator => "coordinator",
        Role.Sales => "sales",
        Role.Logistics => "logistics",
        Role.Finance => "finance",
        Role.Executive => "executive",
        Role.Administrator => "administrator",
    };

    /// <summary>Why a role cannot be taken: nothing could be decided without them.</summary>
    public static string LastWords(string name, Role role) => $"Changes of the plan fall to the {Words(role)}, and {name} is the only one. Name another one or a deputy first.";

    /// <summary>Null when the words name no role.</summary>
    public static Role? Read(string words)
    {
        var plain = words.Trim().TrimEnd('.', '!').ToLowerInvariant();
        foreach (var lead in (string[])["the ", "a ", "an ", "in "])
            if (plain.StartsWith(lead, StringComparison.Ordinal)) plain = plain[lead.Length..];
        return plain switch
        {
            "planner" or "planning" or "production planning" => Role.Planning,
            "buyer" or "procurement" or "purchasing" => Role.Procurement,
            "customer service" => Role.CustomerService,
            "plant manager" or "manager" => Role.PlantManager,
            "lead" or "s&oe lead" or "soe lead" or "chair" => Role.Lead,
            "coordinator" => Role.Coordinator,
            "sales" => Role.Sales,
            "logistics" => Role.Logistics,
            "finance" => Role.Finance,
            "executive" => Role.Executive,
            "admin" or "administrator" => Role.Administrator,
            _ => null,
        };
    }
}
