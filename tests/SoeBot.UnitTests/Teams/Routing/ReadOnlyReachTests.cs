using SoeBot.Teams.Cards;
using SoeBot.Teams.Conversations;
using SoeBot.Teams.Routing;
using Xunit;

namespace SoeBot.UnitTests.Teams.Routing;

/// <summary>A refresh that sends or writes makes every client ask again, without end. So it cannot be registered.</summary>
public sealed class ReadOnlyReachTests
{
    private static readonly Card Drawn = new() { Summary = "A card", Body = [new TextBlock("Hello")] };

    [Fact]
    public void OnRefresh_ReaderOfWhatCannotWrite_IsTaken() =>
        Assert.Equal(["a.view (refresh)"], Router().OnRefresh<Reads>("a.view", (_, _, _) => Task.FromResult(Drawn)).Verbs);

    [Fact]
    public void OnRefresh_WayToAWriter_IsRefusedAndNamed()
    {
        Refused<ConversationClient>("ConversationClient");
        Refused<Sends>("Sends > ConversationClient");
        Refused<SendsFarAway>("SendsFarAway > Sends > ConversationClient");
        Refused<KeepsSeveral>("KeepsSeveral > Sends > ConversationClient");
        Refused<InheritsIt>("InheritsIt > ConversationClient");
        Refused<Writes>("Writes > Ledger");
        Refused<HasTheContainer>("HasTheContainer > IServiceProvider");
        Refused<HasAnInterface>("IAnything, behind which may be anything");
        Refused<HasADelegate>("may do anything");
    }

    [Fact]
    public void OnRefresh_HandlerThatTookAWriterAlong_IsRefused()
    {
        var ledger = new Ledger();
        Func<int> inner = () => ledger.Lines++;
        Assert.Contains("Ledger", Assert.Throws<InvalidOperationException>(() => Router().OnRefresh<Reads>("a.view", (_, _, _) => Task.FromResult(ledger.Lines++ > 0 ? Drawn : Drawn))).Message, StringComparison.Ordinal);
        Assert.Contains("Ledger", Assert.Throws<InvalidOperationException>(() => Router().OnRefresh<Reads>("a.view", (_, _, _) => Task.FromResult(inner() > 0 ? Drawn : Drawn))).Message, StringComparison.Ordinal);
    }

    private static CardRouter Router() => new CardRouter().RefreshMayNotReach(type => type == typeof(Ledger) ? true : type == typeof(Proven) ? false : null);

    private static void Refused<T>(string path)
        where T : notnull =>
        Assert.Contains(path, Assert.Throws<InvalidOperationException>(() => Router().OnRefresh<T>("a.view", (_, _, _) => Task.FromResult(Drawn))).Message, StringComparison.Ordinal);

#pragma warning disable CS9113 // What it is made of is all that counts.
    private sealed class Ledger
    {
        public int Lines { get; set; }
    }

    private sealed class Proven(Ledger ledger);

    private sealed class Reads(Proven proven, TimeProvider time, IReadOnlyList<string> names);

    private class Sends
    {
        private ConversationClient? Client { get; set; }
    }

    private sealed class SendsFarAway(Sends near);

    private sealed class KeepsSeveral(IReadOnlyDictionary<string, Sends[]> near);

    private sealed class InheritsIt : Sends;

    private sealed class Writes(Ledger ledger);

    private sealed class HasTheContainer(IServiceProvider services);

    private sealed class HasAnInterface(IAnything anything);

    private sealed class HasADelegate(Func<int> anything);

    private interface IAnything;
#pragma warning restore CS9113
}
