using SoeBot.Teams.Auth;

namespace SoeBot.Teams.Checks;

/// <summary>What Entra's numbers mean and what to do, for the faults that people make.</summary>
internal static class TokenFaults
{
    /// <returns>Null for a fault that is not known; then its own sentence has to do.</returns>
    public static string? Explain(string said, BotOptions settings)
    {
        var authority = settings.AppType == BotAppType.MultiTenant ? "botframework.com" : settings.TenantId;
        (string Mark, string Words)[] known =
        [
            ("AADSTS7000215", "The client secret is wrong. Often the secret's id was copied in place of its value; the value is shown only once, when the secret is made."),
            ("AADSTS7000222", "The client secret has expired: make a new one in the app registration."),
            ("AADSTS7000229", $"The app {settings.AppId} has no service principal in {authority}: make one, e.g. az ad sp create --id {settings.AppId}"),
            ("AADSTS700016", $"The app {settings.AppId} is not known in {authority}, which is asked because Bot:AppType is {settings.AppType}. "
                + "A single-tenant app is asked for in its home tenant: check Bot:AppType, Bot:TenantId and Bot:AppId."),
            ("AADSTS90002", $"There is no tenant {authority}: check Bot:TenantId."),
            ("AADSTS900023", $"There is no tenant {authority}: check Bot:TenantId."),
            ("AADSTS700027", "The certificate is not the one that the app registration knows, or it has expired: upload its public part there."),
            ("AADSTS700024", "The signed proof is not valid at this time: this machine's clock is probably off."),
            ("AADSTS70021", "The app registration has no federated credential that fits the managed identity: check its issuer, subject and audience."),
            ("AADSTS700213", "The app registration has no federated credential that fits the managed identity: check its issuer, subject and audience."),
            ("Identity not found", "This machine does not have the managed identity: assign it to the machine, and check its client id."),
        ];
        return known.Where(one => said.Contains(one.Mark, StringComparison.Ordinal)).Select(one => one.Words).FirstOrDefault();
    }
}
