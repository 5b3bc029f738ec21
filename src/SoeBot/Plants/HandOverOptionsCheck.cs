using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using SoeBot.Connectors.HandOver;
using SoeBot.Domain.Changes;

namespace SoeBot.Plants;

/// <summary>Says everything that is wrong with the receivers of all plants at once: what could not be sent, or not safely, stops the start.</summary>
internal sealed partial class HandOverOptionsCheck(IHostEnvironment environment) : IValidateOptions<PlantsOptions>
{
    public ValidateOptionsResult Validate(string? name, PlantsOptions options)
    {
        var problems = options.SelectMany(plant => Problems(plant.Value.HandOver).Select(problem => $"Plants:{plant.Key}:HandOver:{problem}")).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> Problems(HandOverOptions options)
    {
        if (options.LongestRetry < options.FirstRetry) yield return $"LongestRetry: {options.LongestRetry} is shorter than FirstRetry.";
        foreach (var (name, receiver) in options.Receivers)
        {
            var at = $"Receivers:{name}";
            if (!PlainName().IsMatch(name)) yield return $"{at}: a receiver's name has letters, digits and dashes only, 20 at most, such as ERP.";
            if (receiver.Changes.Exists(kind => !Enum.IsDefined(kind))) yield return $"{at}:Changes: known are {string.Join(", ", Enum.GetNames<ChangeKind>())}.";
            foreach (var problem in receiver.Kind == ReceiverKind.File ? OfFile(receiver) : OfWebhook(receiver)) yield return $"{at}:{problem}";
        }
    }

    private static IEnumerable<string> OfFile(ReceiverSetting receiver)
    {
        if (string.IsNullOrWhiteSpace(receiver.Folder) || !Path.IsPathFullyQualified(receiver.Folder)) yield return $"Folder: \"{receiver.Folder}\" is no full path.";
        if (receiver.Address is not null || receiver.Secret is not null || receiver.FormerSecret is not null) yield return "Address and secrets are of a webhook; a File has a Folder only.";
    }

    private IEnumerable<string> OfWebhook(ReceiverSetting receiver)
    {
        if (!Uri.TryCreate(receiver.Address, UriKind.Absolute, out var url) || url.UserInfo.Length > 0 || url.Fragment.Length > 0 || !IsSafe(url))
            yield return "Address: an https address without a password is expected; http only on this machine and in the environment Development.";
        if (WebhookSignature.Key(receiver.Secret) is null) yield return "Secret: \"whsec_\" and base64 of 24 to 64 bytes is expected; openssl rand -base64 32 makes some.";
        if (receiver.FormerSecret is not null && WebhookSignature.Key(receiver.FormerSecret) is null) yield return "FormerSecret: \"whsec_\" and base64 of 24 to 64 bytes is expected, or nothing.";
        if (receiver.Folder is not null) yield return "Folder is of a File; a Webhook has an Address.";
    }

    private bool IsSafe(Uri url) => url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback && environment.IsDevelopment());

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9-]{0,19}$")]
    private static partial Regex PlainName();
}
