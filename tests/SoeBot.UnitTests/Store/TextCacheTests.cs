using System.Text;
using SoeBot.Store.Bulk;
using Xunit;

namespace SoeBot.UnitTests.Store;

public class TextCacheTests
{
    [Fact]
    public void Each_text_is_what_was_read_whether_a_column_repeats_itself_or_never()
    {
        var cache = new TextCaches();
        for (var row = 0; row < 80_000; row++)
        {
            Same(0, $"SO{row / 2:0000000}");
            Same(1, $"Item {row % 300}");
            Same(17, row % 5 == 0 ? $"Größe {row}" : "");
        }

        void Same(int column, string text) => Assert.Equal(text, cache.Of(column, Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void What_comes_again_is_one_string_and_a_column_of_new_ones_takes_nothing_from_another()
    {
        var cache = new TextCaches();
        var item = cache.Of(1, "pump"u8);
        for (var row = 0; row < 300_000; row++) cache.Of(0, Encoding.UTF8.GetBytes($"SO{row}"));
        Assert.Same(item, cache.Of(1, "pump"u8));
        Assert.Same(cache.Of(0, "SO1"u8), cache.Of(0, "SO1"u8));
    }
}
