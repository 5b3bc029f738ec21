using SoeBot.Backtest;
using SoeBot.TestKit;
using Xunit;

namespace SoeBot.UnitTests.Backtest;

public sealed class BacktestCommandTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_a_real_factory_it_says_how_many_of_ten_came_late_and_beside_what()
    {
        var (code, words) = await RunAsync(new(SharedFolder.PathOf("data", "adventureworks"), null, "adventureworks", null, "2013-06-03", "2014-03-24"));
        Assert.Equal(0, code);
        Assert.Contains("43 weeks, 2013-06-03 to 2014-03-24: open production orders due within 14 days", words);
        Assert.Contains("by the earliest due date", words);
        Assert.Contains("Weights were not fitted: that takes 52 weeks.", words);
    }

    [Theory]
    [InlineData("there is no such folder", "nowhere", null, null)]
    [InlineData("--of machines: it is one of orders, schedule, purchases.", ".", "machines", null)]
    [InlineData("--from 6.1.2014: a day is written yyyy-MM-dd", ".", null, "6.1.2014")]
    public async Task What_it_is_asked_wrongly_it_answers_with_what_to_do(string words, string path, string? of, string? from)
    {
        var (code, said) = await RunAsync(new(path, null, null, of, from, null));
        Assert.Equal(2, code);
        Assert.Contains(words, said);
    }

    [Fact]
    public async Task Without_outcomes_it_says_that_there_is_nothing_to_learn_from()
    {
        var folder = Directory.CreateTempSubdirectory("soebot-backtest-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "orders.csv"), "order,line,item,quantity,requested\nSO1,1,a,5,2026-01-05\n", Stop);
        var (code, said) = await RunAsync(new(folder.FullName, null, null, null, null, null));
        folder.Delete(recursive: true);
        Assert.Equal(1, code);
        Assert.Contains("Nothing to learn from", said);
    }

    private static async Task<(int Code, string Said)> RunAsync(BacktestInput input)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await BacktestCommand.RunAsync(input, output, error, Stop);
        return (code, output.ToString() + error);
    }
}
