using System.Net;
using SoeBot.Store.Conversations;
using SoeBot.Teams.Auth;
using SoeBot.Teams.Conversations;

namespace SoeBot.Check;

/// <summary>Whether the connector takes our token: one from the wrong authority is given gladly and refused there. Asks and posts nothing.</summary>
internal static class ConnectorCheck
{
    /// <param name="conversations">Null when the store cannot be read yet.</param>
    public static async Task RunAsync(BotOptions bot, ConversationStore? conversations, RosterClient roster, CheckSheet sheet, CancellationToken ct)
    {
        foreach (var tenant in bot.AllowedTenants)
        {
            var place = conversations is null ? null : await conversations.NewestOfTenantAsync(tenant, ct);
            if (place is null)
            {
                sheet.Open("connector", $"not asked: no conversation of tenant {tenant} is known yet. Write to the bot once and check again.");
                continue;
            }

            var outcome = (await roster.MemberAsync(new ConversationAddress(new Uri(place.ServiceUrl), place.Id), place.BotId, ct)).Outcome;
            if (outcome.Status == (int)HttpStatusCode.Unauthorized)
                sheet.Fault("connector", $"{place.ServiceUrl} refuses our token: the authority is probably not the app's home tenant. Check Bot:AppType ({bot.AppType}) and Bot:TenantId.");
            else if (outcome.Code == "NoToken")
                sheet.Open("connector", "not asked: there is no token");
            else if (outcome.Status is null)
                sheet.Fault("connector", $"{place.ServiceUrl} was not reached: {outcome.Code} {outcome.Reason}");
            else
                sheet.Good("connector", $"{place.ServiceUrl} takes our token");
        }
    }
}
