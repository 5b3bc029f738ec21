using SoeBot.TestKit.Teams;

namespace SoeBot.JourneyTests.Killing.Boundaries;

/// <summary>A point between two lines at which the process dies, and what must have become of the message that it was about.</summary>
/// <param name="Does">What somebody does to bring the process there.</param>
/// <param name="At">In the store; null where the service holds a request instead.</param>
/// <param name="Holds">The request that the service holds, of the person whom the message is for.</param>
/// <param name="Stores">The service has done what it was asked and does not say so.</param>
/// <param name="Fate">Of the message, in the end.</param>
/// <param name="Stands">How often the message stands in Teams, in the end.</param>
/// <param name="Beside">The sender works beside it, so that the death may meet the message under way too, which is then marked.</param>
internal sealed record Boundary(
    string Name, Deed Does, Spot? At = null, Func<FakeRequest, FakePerson, bool>? Holds = null, bool Stores = false, string Fate = "Sent", int Stands = 1, bool Beside = false)
{
    private const string Answer = "new.kind = 'Answer'", Edit = "new.kind = 'Edit'", Given = "new.what = 'risk.give'";

    public static readonly IReadOnlyList<Boundary> All =
    [
        new("the line is being stored", Deed.Types, new("inbox", "INSERT", "new.state = 'Pending'")),
        new("the line is stored and not yet answered", Deed.Types, new("inbox", "INSERT", "new.state = 'Pending'", Told: true)),
        new("the line is being taken up", Deed.Types, new("inbox", "UPDATE", "new.state = 'Working'")),
        new("the line is taken up", Deed.Types, new("inbox", "UPDATE", "new.state = 'Working'", Told: true)),
        new("the work is done and not yet committed", Deed.Types, new("audit", "INSERT", "new.what = 'top-ten.take'")),
        new("the work is committed and the sender not yet woken", Deed.Types, new("audit", "INSERT", "new.what = 'top-ten.take'", Told: true)),
        new("the answer is being taken up", Deed.Types, new("outbox", "UPDATE", $"{Answer} AND new.state = 'Sending'")),
        new("the answer is taken up and not yet posted", Deed.Types, new("outbox", "UPDATE", $"{Answer} AND new.state = 'Sending'", Told: true), Fate: "Unknown", Stands: 0),
        new("the answer is on its way", Deed.Types, Holds: PostsTo, Fate: "Unknown", Stands: 0),
        new("the answer stands and nobody was told", Deed.Types, Holds: PostsTo, Stores: true, Fate: "Unknown"),
        new("the answer stands and that is being written down", Deed.Types, new("outbox", "UPDATE", $"{Answer} AND new.state = 'Sent'"), Fate: "Unknown"),
        new("the answer is settled", Deed.Types, new("outbox", "UPDATE", $"{Answer} AND new.state = 'Sent'", Told: true)),

        new("the press is done and not yet committed", Deed.HandsOver, new("audit", "INSERT", Given)),
        new("the press is committed and its answer not yet kept", Deed.HandsOver, new("audit", "INSERT", Given, Told: true)),
        new("the press's answer is being kept", Deed.HandsOver, new("invoke_answers", "INSERT", "new.status = 200"), Beside: true),
        new("the press's answer is kept and not yet given", Deed.HandsOver, new("invoke_answers", "INSERT", "new.status = 200", Told: true), Beside: true),
        new("the shared card is being edited", Deed.HandsOver, Holds: (request, _) => request.Method == "PUT", Beside: true),
        new("the shared card is edited and nobody was told", Deed.HandsOver, Holds: (request, _) => request.Method == "PUT", Stores: true, Beside: true),
        new("the shared card is edited and that is being written down", Deed.HandsOver, new("outbox", "UPDATE", $"{Edit} AND new.state = 'Sent'"), Beside: true),
        new("a chat is being made", Deed.HandsOver, Holds: MakesChatWith, Fate: "Unknown", Stands: 0),
        new("a chat is made and nobody was told", Deed.HandsOver, Holds: MakesChatWith, Stores: true, Fate: "Unknown", Stands: 0),
        new("a chat is made and being written down", Deed.HandsOver, new("conversations", "INSERT", "new.use = 'Personal' AND new.person IS NOT NULL"), Fate: "Unknown", Stands: 0),
        new("a chat is made and not yet written to", Deed.HandsOver, Holds: PostsTo, Fate: "Unknown", Stands: 0),
        new("a chat is made and written to, and nobody was told", Deed.HandsOver, Holds: PostsTo, Stores: true, Fate: "Unknown"),
    ];

    private static bool PostsTo(FakeRequest request, FakePerson person) => request.Method == "POST" && request.Path.Contains($"/{person.PersonalChatId}/activities", StringComparison.Ordinal);

    private static bool MakesChatWith(FakeRequest request, FakePerson person) =>
        request is { Method: "POST", Path: "/v3/conversations" } && (string?)request.Body?["members"]?[0]?["id"] is { } member && (member == person.Mri || member == person.AadObjectId);
}

internal enum Deed
{
    /// <summary>Somebody takes the order by a typed line and is answered.</summary>
    Types,

    /// <summary>Somebody hands the order over by a button; the next owner, who never wrote, is asked in a chat that is yet to be made.</summary>
    HandsOver,
}
