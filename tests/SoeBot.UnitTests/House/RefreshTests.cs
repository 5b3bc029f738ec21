using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using SoeBot.Channel;
using SoeBot.Decisions;
using SoeBot.Start;
using SoeBot.Store.Reading;
using SoeBot.Teams.Cards;
using SoeBot.Teams.Routing;
using Xunit;

namespace SoeBot.UnitTests.House;

/// <summary>Fresh views only read: by what their makers are given, down to the last part.</summary>
public sealed class RefreshTests
{
    [Fact]
    public async Task Every_refresh_of_the_product_is_held_against_all_that_writes()
    {
        await using var app = Serving.Build(["--environment=Development"]);
        _ = app.Services.GetRequiredService<RegisteredSlices>();
        var refreshes = app.Services.GetRequiredService<SliceRegistry>().Presses.Refreshes;

        Assert.NotEmpty(refreshes);
        var strict = new CardRouter().RefreshMayNotReach(PressRoutes.Writes);
        Assert.All(refreshes.Values, register => register(strict));
        // The rule is awake: the same refresh asked of the reader itself, which is a type of the store, would be refused.
        var everything = new CardRouter().RefreshMayNotReach(type => type.Assembly == typeof(DecisionSight).Assembly ? true : null);
        Assert.All(refreshes.Values, register => Assert.Throws<InvalidOperationException>(() => register(everything)));
    }

    [Fact]
    public void A_slice_that_writes_cannot_draw_one() =>
        Assert.Contains("DecisionCards > DecisionStore", Assert.Throws<InvalidOperationException>(() =>
            new CardRouter().RefreshMayNotReach(PressRoutes.Writes).OnRefresh<DecisionCards>("a.view", static (_, _, _) => Task.FromResult<Card>(null!))).Message, StringComparison.Ordinal);

    /// <summary>What PressRoutes takes as proven: it is given queries and no context, and says no word of writing.</summary>
    [Fact]
    public void The_readers_of_the_store_have_no_other_road_to_it()
    {
        var readers = typeof(DecisionSight).Assembly.GetTypes().Where(type => type.Namespace == typeof(DecisionSight).Namespace && type.IsPublic).ToList();
        Assert.NotEmpty(readers);
        Assert.All(readers.SelectMany(type => type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)).Select(field => field.FieldType)
            .Where(type => type.Assembly == typeof(DecisionSight).Assembly), type => Assert.Equal(nameof(ReadOnlyDatabase), type.Name));
        Assert.All(typeof(ReadTables).GetProperties().Where(one => one.Name != "EqualityContract"), table => Assert.Equal(typeof(IQueryable<>), table.PropertyType.GetGenericTypeDefinition()));
        foreach (var word in (string[])["Execute", "SaveChanges", "WriteAsync", "AsTracking", "FromSql"])
            Offences.None(SourceFile.Below("src/SoeBot.Store/Reading").Where(file => file.Code.Contains(word, StringComparison.Ordinal)).Select(file => $"{file.Path} says {word}"));
    }
}
