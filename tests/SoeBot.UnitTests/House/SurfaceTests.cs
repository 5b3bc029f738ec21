using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SoeBot.Channel.Sending;
using SoeBot.Domain.Flags;
using SoeBot.Domain.Health;
using SoeBot.Domain.Metrics;
using SoeBot.Pages;
using SoeBot.People.Leavers;
using SoeBot.Planning;
using SoeBot.Plants;
using SoeBot.Store;
using SoeBot.Teams.Auth;
using SoeBot.UnitTests.Teams;
using Xunit;

namespace SoeBot.UnitTests.House;

/// <summary>
/// All that others rely on, as lists to approve: what stands on posted cards, in the database, in people's fingers and in
/// settings files. Taken from the app as it is built, so that a change of the surface is a line of a diff.
/// </summary>
public sealed class SurfaceTests : IAsyncLifetime
{
    // Local trial mode brings a few lines of its own, so it shows the most.
    private readonly WebApplication _app = Serving.Build(["--environment", "Development"]);

    private SliceRegistry Registry { get; set; } = null!;

    public ValueTask InitializeAsync()
    {
        Registry = _app.Services.GetRequiredService<SliceRegistry>();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public void Verbs_of_buttons() => Approve("verbs",
        Registry.Presses.All.Keys.Concat(Registry.Presses.Refreshes.Keys.Select(verb => verb + " (refresh)")).Order(StringComparer.Ordinal));

    /// <summary>In the order in which a typed line is tried.</summary>
    [Fact]
    public void Commands() => Approve("commands", Registry.Commands.All.Select(command => $"{command.Id,-20}{command.Example}".TrimEnd()));

    [Fact]
    public void Cards() => Approve("cards", Registry.Cards.Ids);

    [Fact]
    public void Kinds_of_occurrences() => Approve("occurrences", Registry.Occurrences.All.Keys.Order(StringComparer.Ordinal));

    /// <summary>As the manifest and cards name them.</summary>
    [Fact]
    public void Message_extension() => Approve("extension", [
        .. Registry.Extensions.Queries.Keys.Select(command => $"query   {command}").Order(StringComparer.Ordinal),
        .. Registry.Extensions.Dialogs.Keys.Select(command => $"action  {command}").Order(StringComparer.Ordinal),
        .. Registry.Extensions.Datasets.Keys.Select(dataset => $"dataset {dataset}").Order(StringComparer.Ordinal)]);

    [Fact]
    public void Routes() => Approve("routes",
        from source in ((IEndpointRouteBuilder)_app).DataSources
        from endpoint in source.Endpoints.OfType<RouteEndpoint>()
        let methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"]
        let line = $"{string.Join(' ', methods),-5}{endpoint.RoutePattern.RawText}"
        orderby endpoint.RoutePattern.RawText
        select line);

    [Fact]
    public void Settings() => Approve("settings",
        from section in new (string Name, Type Type)[] { (BotOptions.Section, typeof(BotOptions)), (StoreOptions.Section, typeof(StoreOptions)), (OutboxOptions.Section, typeof(OutboxOptions)), (PagesOptions.Section, typeof(PagesOptions)), (PlanKeepOptions.Section, typeof(PlanKeepOptions)), (DirectoryOptions.Section, typeof(DirectoryOptions)), ("Plants:{plant}", typeof(PlantOptions)), ("Plants:{plant}:Numbers", typeof(MetricSettings)), ("Plants:{plant}:Flags", typeof(FlagSettings)), ("Plants:{plant}:Health", typeof(HealthSettings)), ("Plants:{plant}:Risk", typeof(RiskOptions)),
            ("Plants:{plant}:Escalation", typeof(EscalationOptions)), ("Plants:{plant}:Import", typeof(PlantImportOptions)), ("Plants:{plant}:Watch", typeof(PlantWatchOptions)), ("Plants:{plant}:Pull", typeof(PlantPullOptions)), ("Plants:{plant}:Sheet", typeof(PlantSheetOptions)) }
        from property in section.Type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.SetMethod is { IsPublic: true }
        orderby section.Name, property.Name
        select $"{section.Name}:{property.Name}");

    private static void Approve(string name, IEnumerable<string> lines) => Approved.Text($"{name}.txt", string.Join('\n', lines));
}
