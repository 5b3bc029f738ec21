using CsCheck;
using SoeBot.Store.Bulk;
using Xunit;

namespace SoeBot.UnitTests.Store;

public sealed class RowHashTests
{
    [Fact]
    public void Take_is_the_same_on_every_machine_and_after_a_restart() =>
        Assert.Equal(-2428186155409811724, Of(sink => { sink.Text("SO1"); sink.Big(12_500); sink.Day(new(2026, 11, 4)); sink.Flag(true); }));

    [Fact]
    public void Take_of_values_that_look_alike_differs()
    {
        long[] hashes =
        [
            Of(sink => sink.Text(null)), Of(sink => sink.Text("")), Of(sink => sink.Text("\0")), Of(sink => sink.Text("\0\0")),
            Of(sink => { sink.Text("ab"); sink.Text("c"); }), Of(sink => { sink.Text("a"); sink.Text("bc"); }), Of(sink => { sink.Text(null); sink.Text("abc"); }),
            Of(sink => { sink.Big(0); sink.Big(null); }), Of(sink => { sink.Big(null); sink.Big(0); }), Of(sink => { sink.Big(0); sink.Big(0); }),
        ];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Fact]
    public void Take_of_rows_that_differ_in_one_number_always_differs() =>
        Gen.Select(Gen.String, Gen.Long, Gen.Long, Gen.String).Where((_, one, other, _) => one != other).Sample((before, one, other, after) =>
            Of(sink => Row(sink, before, one, after)) != Of(sink => Row(sink, before, other, after)));

    private static void Row(IRowSink sink, string before, long number, string after)
    {
        sink.Text(before);
        sink.Big(number);
        sink.Text(after);
    }

    private static long Of(Action<IRowSink> write)
    {
        var hash = new RowHash();
        write(hash);
        return hash.Take();
    }
}
