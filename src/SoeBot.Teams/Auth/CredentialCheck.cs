namespace SoeBot.Teams.Auth;

/// <summary>Exactly one way to prove that we are the app, and one that can work.</summary>
internal static class CredentialCheck
{
    public static IEnumerable<string> Problems(BotOptions options)
    {
        var given = new (string Setting, string? Value)[]
        {
            ("Bot:ClientSecret", options.ClientSecret),
            ("Bot:CertificatePath", options.CertificatePath),
            ("Bot:ManagedIdentityClientId", options.ManagedIdentityClientId),
        }.Where(one => !string.IsNullOrWhiteSpace(one.Value)).Select(one => one.Setting).ToList();
        return options.AppType == BotAppType.UserAssignedMSI ? OfIdentity(options, given) : OfApp(options, given);
    }

    private static IEnumerable<string> OfIdentity(BotOptions options, List<string> given)
    {
        if (options.ManagedIdentityClientId is { } id && id != options.AppId)
        {
            yield return "Bot:ManagedIdentityClientId differs from Bot:AppId: with Bot:AppType UserAssignedMSI the identity is the bot, so leave it out.";
        }

        foreach (var setting in given.Where(setting => setting != "Bot:ManagedIdentityClientId"))
        {
            yield return $"{setting} has no use with Bot:AppType UserAssignedMSI: leave it out.";
        }
    }

    private static IEnumerable<string> OfApp(BotOptions options, List<string> given)
    {
        if (given.Count == 0)
        {
            yield return "Bot:AppId is set and there is nothing to get a token with: set one of Bot:ClientSecret, Bot:CertificatePath "
                + "and Bot:ManagedIdentityClientId.";
        }

        if (given.Count > 1)
        {
            yield return $"{string.Join(" and ", given)} are set, and one of them is enough: leave out the others.";
        }

        if (options.CertificatePassword is not null && string.IsNullOrWhiteSpace(options.CertificatePath))
        {
            yield return "Bot:CertificatePassword is set without Bot:CertificatePath.";
        }

        if (!string.IsNullOrWhiteSpace(options.CertificatePath) && BotCertificate.Problem(options) is { } problem)
        {
            yield return problem;
        }

        if (!string.IsNullOrWhiteSpace(options.ManagedIdentityClientId) && !Guid.TryParse(options.ManagedIdentityClientId, out _))
        {
            yield return "Bot:ManagedIdentityClientId is not a Guid.";
        }
    }
}
