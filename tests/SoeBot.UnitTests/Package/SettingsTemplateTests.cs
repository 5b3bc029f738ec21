using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
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
using SoeBot.TestKit;
using Xunit;

namespace SoeBot.UnitTests.Package;

/// <summary>appsettings.template.json and the option classes say the same.</summary>
public sealed class SettingsTemplateTests
{
    private const string OnePlant = "Plants:north";

    private static readonly string File = Repository.PathOf("appsettings.template.json");

    private static readonly Dictionary<string, Type> Sections = new()
    {
        [BotOptions.Section] = typeof(BotOptions),
        [StoreOptions.Section] = typeof(StoreOptions),
        [OutboxOptions.Section] = typeof(OutboxOptions),
        [PagesOptions.Section] = typeof(PagesOptions),
        [DirectoryOptions.Section] = typeof(DirectoryOptions),
        [PlanKeepOptions.Section] = typeof(PlanKeepOptions),
        [OnePlant] = typeof(PlantOptions),
        [$"{OnePlant}:Numbers"] = typeof(MetricSettings),
        [$"{OnePlant}:Flags"] = typeof(FlagSettings),
        [$"{OnePlant}:Health"] = typeof(HealthSettings),
        [$"{OnePlant}:Escalation"] = typeof(EscalationOptions),
        [$"{OnePlant}:Risk"] = typeof(RiskOptions),
        [$"{OnePlant}:Import"] = typeof(PlantImportOptions),
        [$"{OnePlant}:Watch"] = typeof(PlantWatchOptions),
        [$"{OnePlant}:Pull"] = typeof(PlantPullOptions),
        [$"{OnePlant}:HandOver"] = typeof(HandOverOptions),
        [$"{OnePlant}:Sheet"] = typeof(PlantSheetOptions),
    };

    /// <summary>Without a default: the template shows an example.</summary>
    private static readonly string[] Examples = [$"{OnePlant}:Name", $"{OnePlant}:TimeZone"];

    public static TheoryData<string> SectionNames => [.. Sections.Keys];

    [Theory, MemberData(nameof(SectionNames))]
    public void The_template_has_every_key_of_the_class_in_its_order_and_no_other(string section) =>
        Assert.Equal(Settable(Sections[section]).Select(p => p.Name), Section(section).Select(member => member.Key));

    [Theory, MemberData(nameof(SectionNames))]
    public void What_the_template_shows_is_the_default(string section)
    {
        var untouched = Activator.CreateInstance(Sections[section])!;
        var bound = new ConfigurationBuilder().AddJsonFile(File).Build().GetSection(section).Get(Sections[section])!;
        Assert.All(Settable(Sections[section]).Where(p => !Examples.Contains($"{section}:{p.Name}")),
            property => Assert.Equal(Shown(property.GetValue(untouched)), Shown(property.GetValue(bound))));
    }

    [Fact]
    public void The_template_has_no_section_without_a_class() =>
        Assert.Equal(Sections.Keys.Select(section => section.Split(':')[0]).Distinct(), Root().Select(member => member.Key));

    [Fact]
    public void No_option_class_is_left_out() =>
        Assert.Equal(
            Sections.Values.Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal)).Append(typeof(PlantsOptions)).Select(type => type.FullName).Order(),
            Directory.GetDirectories(Repository.PathOf("src")).SelectMany(folder => Assembly.Load(Path.GetFileName(folder)).GetTypes())
                .Where(type => type is { IsClass: true, IsAbstract: false, IsNested: false } && type.Name.EndsWith("Options", StringComparison.Ordinal)
                    && type.GetConstructor(Type.EmptyTypes) is not null) // what settings are bound to
                .Select(type => type.FullName).Order());

    [Fact]
    public void Every_key_has_a_comment_above_it()
    {
        var lines = System.IO.File.ReadAllLines(File);
        Assert.All(lines.Index().Where(line => line.Item.TrimStart().StartsWith('"') && !line.Item.Contains("\"north\"", StringComparison.Ordinal)),
            line => Assert.StartsWith("//", lines[line.Index - 1].TrimStart()));
    }

    private static IEnumerable<PropertyInfo> Settable(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is { IsPublic: true }).OrderBy(p => p.MetadataToken);

    private static JsonObject Root() =>
        JsonNode.Parse(System.IO.File.ReadAllText(File), documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })!.AsObject();

    private static JsonObject Section(string path) => path.Split(':').Aggregate(Root(), (at, name) => at[name]!.AsObject());

    private static string? Shown(object? value) => value is IEnumerable list and not string ? string.Join(',', list.Cast<object>()) : value?.ToString();
}
