using Microsoft.Extensions.Time.Testing;
using SoeBot.Channel.Sending;
using SoeBot.Store.Outbox;
using SoeBot.UnitTests.Store;
using Xunit;

namespace SoeBot.UnitTests.Channel.Sending;

public sealed class TenantPaceTests
{
    private readonly FakeTimeProvider _time = new(Given.Now);

    [Fact]
    public void A_conversation_waits_for_its_own_windows_and_all_for_the_tenant()
    {
        var pace = Pace();

        Assert.Equal(7, Burst(pace, "one"));
        Assert.Equal(7, Burst(pace, "two"));
        Assert.Equal(6, Burst(pace, "three"));
        Assert.Equal(0, Burst(pace, "four"));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, Burst(pace, "one"));
        Assert.Equal(7, Burst(pace, "four"));
    }

    [Fact]
    public void The_multiplier_raises_all_limits() => Assert.Equal(140, Burst(new(new() { Multiplier = 20, Margin = TimeSpan.Zero }, _time), "one"));

    [Fact]
    public void A_conversation_that_was_throttled_waits_as_told_and_others_go_on()
    {
        var pace = Pace();

        pace.Throttled("one", TimeSpan.FromSeconds(9));

        Assert.Null(pace.TryEnter("one", out var wait));
        Assert.Equal(TimeSpan.FromSeconds(9), wait);
        Assert.NotNull(pace.TryEnter("two", out _));
        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.NotNull(pace.TryEnter("one", out _));
    }

    [Fact]
    public void Several_throttled_one_after_another_hold_the_tenant_unless_one_was_accepted_between()
    {
        var pace = Pace();
        pace.Throttled("one", TimeSpan.FromSeconds(3));
        pace.Throttled("two", TimeSpan.FromSeconds(9));
        pace.Accepted();
        pace.Throttled("one", TimeSpan.FromSeconds(3));
        pace.Throttled("one", TimeSpan.FromSeconds(3));
        pace.Throttled("two", TimeSpan.FromSeconds(9));
        Assert.NotNull(pace.TryEnter("four", out _));

        pace.Throttled("three", TimeSpan.FromSeconds(4));

        Assert.Null(pace.TryEnter("four", out var wait));
        Assert.Equal(TimeSpan.FromSeconds(3), wait);
        Assert.Null(pace.TryEnter("two", out wait));
        Assert.Equal(TimeSpan.FromSeconds(9), wait);
    }

    [Fact]
    public void A_new_holder_goes_on_where_the_former_stopped()
    {
        var pace = Pace();
        var before = Enumerable.Range(0, 60).Select(at => new OutboxAttempt("one", Given.Now.AddSeconds(-20 + (at / 3.0)))).ToList();

        pace.Restore(new TakenLease(new("t", 2), 0, before, [new("two", Given.Now.AddSeconds(40))], []));

        // Of the 60 the first leaves its 30 seconds after ten more, and the former holder's clock may have been two behind.
        Assert.Null(pace.TryEnter("one", out var wait));
        Assert.Equal(12, wait.TotalSeconds, 3);
        Assert.Null(pace.TryEnter("two", out wait));
        Assert.Equal(40, wait.TotalSeconds, 3);
        _time.Advance(TimeSpan.FromSeconds(12));
        Assert.Equal(1, Burst(pace, "one"));
    }

    [Fact]
    public void What_nobody_reaches_back_to_is_forgotten_and_what_is_open_is_not()
    {
        var pace = Pace();
        var open = pace.TryEnter("one", out _);
        _time.Advance(TimeSpan.FromHours(2));
        pace.Tidy();

        // Open: only six more.
        Assert.Equal(6, Burst(pace, "one"));
        open!.Close();
        open.Close();
        Assert.Equal(0, Burst(pace, "one"));
    }

    private TenantPace Pace() => new(new() { Margin = TimeSpan.Zero }, _time);

    /// <summary>How many calls may go at this moment.</summary>
    private static int Burst(TenantPace pace, string place)
    {
        var made = 0;
        for (; pace.TryEnter(place, out _) is { } pass; made++) pass.Close();
        return made;
    }
}
