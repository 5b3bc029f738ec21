using CsCheck;
using SoeBot.Domain.Plan;
using Xunit;

namespace SoeBot.UnitTests.Domain.Plan;

public class TextOrderTests
{
    private static readonly Gen<string> Text = Gen.String[Gen.OneOf(Gen.Char['0', '2'], Gen.Char["A~\u007f\u0080é日\0"]), 0, 14];

    [Fact]
    public void Numbers_never_contradict_the_ordinal_order() => Gen.Select(Text, Text.Array[1, 8]).Sample((alike, ends) =>
    {
        var texts = ends.Select(end => alike + end).ToList();
        var order = new TextOrder();
        texts.ForEach(order.Add);
        foreach (var one in texts)
            foreach (var other in texts)
                if (order.Of(one) != order.Of(other)) Assert.Equal(Math.Sign(string.CompareOrdinal(one, other)), order.Of(one).CompareTo(order.Of(other)));
    });

    [Fact]
    public void What_follows_a_common_beginning_tells_them_apart()
    {
        var order = new TextOrder();
        string[] texts = ["SO-2026-0000017", "SO-2026-0000016", "SO-2026-1"];
        foreach (var text in texts) order.Add(text);
        Assert.Equal(["SO-2026-0000016", "SO-2026-0000017", "SO-2026-1"], texts.OrderBy(order.Of));
        Assert.Equal(3, texts.Select(order.Of).Distinct().Count());
    }
}
