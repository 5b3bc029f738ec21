using SoeBot.Channel.Sending;
using Xunit;

namespace SoeBot.UnitTests.Channel.Sending;

public sealed class LaneBoardTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 13, 0, 0, TimeSpan.Zero);
    private readonly LaneBoard _board = new();

    [Fact]
    public void An_answer_overtakes_what_was_there_before_it()
    {
        _board.Replace([new("digest", false, 1, null), new("person", true, 2, null)], Now);
        Assert.Equal(["person", "digest"], Order());
    }

    [Fact]
    public void Whoever_was_served_longest_ago_is_next()
    {
        _board.Replace([new("a", false, 1, null), new("b", false, 2, null), new("c", false, 3, null)], Now);
        Assert.Equal(["a", "b", "c"], Order());
        Serve("a");
        Serve("b");
        Assert.Equal(["c", "a", "b"], Order());
    }

    [Fact]
    public void What_is_in_hand_is_nobody_elses()
    {
        _board.Replace([new("a", false, 1, null)], Now);
        _board.Take(new("a", false));
        Assert.Empty(Order());
        _board.Replace([new("a", false, 1, null)], Now);
        Assert.Empty(Order());
    }

    [Fact]
    public void An_empty_lane_is_closed_and_what_waited_for_its_answer_is_opened()
    {
        _board.Replace([new("a", true, 2, null)], Now);
        _board.Take(new("a", true));
        _board.GiveBack(new("a", true), found: false);
        Assert.Equal([new("a", Answers: false)], _board.InOrder().Select(one => one.Part));
        Serve("a", found: false);
        Assert.True(_board.IsEmpty);
    }

    [Fact]
    public void What_the_store_says_while_a_lane_is_found_empty_is_news()
    {
        _board.Replace([new("a", false, 1, null)], Now);
        _board.Take(new("a", false));
        var looks = _board.Looks;
        _board.Replace([new("a", false, 2, null)], Now);
        _board.GiveBack(new("a", false), found: false, looks: looks);
        Assert.Equal(["a"], Order());
    }

    [Fact]
    public void The_later_of_rest_and_retry_holds_and_a_rest_ends()
    {
        _board.Replace([new("a", false, 1, null)], Now);
        _board.Take(new("a", false));
        _board.GiveBack(new("a", false), found: true, readyAt: Now.AddSeconds(1), restUntil: Now.AddSeconds(5));
        Assert.Equal(Now.AddSeconds(5), Assert.Single(_board.InOrder()).ReadyAt);
        _board.Replace([new("a", false, 1, Now.AddSeconds(9))], Now);
        Assert.Equal(Now.AddSeconds(9), Assert.Single(_board.InOrder()).ReadyAt);
        _board.Replace([new("a", false, 1, null)], Now.AddSeconds(5));
        Assert.Null(Assert.Single(_board.InOrder()).ReadyAt);
    }

    private IEnumerable<string> Order() => _board.InOrder().Select(one => one.Part.Lane);

    private void Serve(string lane, bool found = true)
    {
        _board.Take(new(lane, false));
        _board.GiveBack(new(lane, false), found);
    }
}
