using System.Text;
using SoeBot.Store.Inbox;
using SoeBot.Teams;
using SoeBot.Teams.Activities;

namespace SoeBot.Channel;

/// <summary>Writes what Teams posts into the inbox and answers at once; the work is done behind it.</summary>
internal sealed class InboundActivities(InboxStore inbox, TimeProvider time) : IInboundActivities
{
    public async Task<InboundResult> AcceptAsync(Activity activity, ReadOnlyMemory<byte> raw, CancellationToken cancellationToken)
    {
        // Without a place there is nobody to answer; without an id nothing tells a repeat from a second line, so each counts.
        var conversation = activity.Conversation?.Id ?? "";
        var id = activity.Id ?? Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        var added = await inbox.AddAsync(conversation, id, Encoding.UTF8.GetString(raw.Span), time.GetUtcNow(), cancellationToken);
        return added ? InboundResult.Accepted : InboundResult.Duplicate;
    }
}
