namespace SoeBot.Teams.Auth;

public enum BotCloud
{
    Public,
    UsGov,
    China,
}

/// <summary>What differs from cloud to cloud (protocol notes 1.1).</summary>
internal sealed record CloudProfile(string Issuer, Uri OpenIdMetadata, string OutboundScope, string LoginHost)
{
    public static CloudProfile Of(BotCloud cloud) => cloud switch
    {
        BotCloud.Public => new(
            "https://api.botframework.com",
            new Uri("https://login.botframework.com/v1/.well-known/openidconfiguration"),
            "https://api.botframework.com/.default",
            "login.microsoftonline.com"),
        BotCloud.UsGov => new(
            "https://api.botframework.us",
            new Uri("https://login.botframework.azure.us/v1/.well-known/openidconfiguration"),
            "https://api.botframework.us/.default",
            "login.microsoftonline.us"),
        BotCloud.China => new(
            "https://api.botframework.azure.cn",
            new Uri("https://login.botframework.azure.cn/v1/.well-known/openidconfiguration"),
            "https://api.botframework.azure.cn/.default",
            "login.partner.microsoftonline.cn"),
    };
}
