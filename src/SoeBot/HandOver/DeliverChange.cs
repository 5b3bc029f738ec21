using System.Globalization;
using System.Text;
using SoeBot.Connectors.HandOver;
using SoeBot.Domain.HandOver;
using SoeBot.Plants;

namespace SoeBot.HandOver;

/// <summary>One try to hand a change to its receiver, by the settings of this moment.</summary>
internal sealed class DeliverChange(WebhookPost webhook, HandOverRules rules)
{
    /// <summary>Null: the receiver is not in the settings any more.</summary>
    public async Task<Delivered?> TryAsync(ChangeHandOver one, CancellationToken ct)
    {
        if (rules.Find(one.Plant, one.Receiver) is not { } receiver) return null;
        var body = Encoding.UTF8.GetBytes(one.Body);
        if (receiver.Kind == ReceiverKind.File) return await FileDrop.WriteAsync(receiver.Folder!, NameOf(one), body, ct);
        var keys = ((string?[])[receiver.Secret, receiver.FormerSecret]).Select(WebhookSignature.Key).OfType<byte[]>().ToList();
        return await webhook.SendAsync(new WebhookRequest(new Uri(receiver.Address!), HandOverBody.IdOf(one.Mark), body, keys, rules.Of(one.Plant).Timeout), ct);
    }

    /// <summary>Sorted by name, files stand in the order in which their changes were approved; no two have the same.</summary>
    public static string NameOf(ChangeHandOver one) =>
        string.Create(CultureInfo.InvariantCulture, $"{one.CreatedAt.UtcDateTime:yyyyMMdd'T'HHmmssfff'Z'}-{one.Id:D10}-{one.Name}-{one.Mark:N}.json");
}
