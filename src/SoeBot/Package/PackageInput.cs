namespace SoeBot.Package;

/// <summary>What a tenant's package is made from, as typed: nothing here is checked yet.</summary>
public sealed record PackageInput
{
    /// <summary>The bot's Entra app id, the same as <c>Bot:AppId</c>.</summary>
    public string? AppId { get; init; }

    /// <summary>The host name under which Teams and people reach the bot, e.g. "soebot.example.com".</summary>
    public string? Domain { get; init; }

    /// <summary>The zip file to write; one that is there is replaced.</summary>
    public string Out { get; init; } = "soebot.zip";

    /// <summary>The id of the app in the Teams catalogue. Left out: the bot's app id.</summary>
    public string? TeamsAppId { get; init; }

    /// <summary>Three numbers. Teams takes an upload as an update only when it is higher than the last one.</summary>
    public string Version { get; init; } = "1.0.0";

    /// <summary>As people see it in Teams, e.g. "SoeBot (test)".</summary>
    public string Name { get; init; } = "SoeBot";

    /// <summary>Who answers for the app, shown in the Teams catalogue.</summary>
    public string Developer { get; init; } = "SoeBot";

    /// <summary>Left out: the start page of the domain.</summary>
    public string? Website { get; init; }

    /// <summary>Left out: "/privacy" on the domain, which the bot itself does not serve.</summary>
    public string? Privacy { get; init; }

    /// <summary>Left out: "/terms" on the domain, which the bot itself does not serve.</summary>
    public string? Terms { get; init; }
}
