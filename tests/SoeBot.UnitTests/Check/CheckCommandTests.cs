using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using SoeBot.Start;
using SoeBot.Store;
using SoeBot.Store.Conversations;
using SoeBot.Store.Inbox;
using SoeBot.TestKit.Teams;
using SoeBot.UnitTests.Store;
using Xunit;

namespace SoeBot.UnitTests.Check;

public sealed class CheckCommandTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());
    private FakeTeams _teams = null!;
    private StoreUnderTest _store = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _teams = await FakeTeams.StartAsync();
        _store = await StoreUnderTest.NewAsync(StoreProvider.Sqlite);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await _teams.DisposeAsync();
    }

    [Fact]
    public async Task All_in_order_says_so_line_by_line()
    {
        await KnowAChatAsync();
        _teams.RequiresToken = true;
        var (code, text) = await RunAsync();
        Assert.True(code == 0, text);
        foreach (var part in new[]
        {
            "settings      valid, environment Production", "store         Sqlite: can be reached and is up to date", "time zone     Europe/Berlin, where it is",
            "plant         works (Pump works), meeting Wednesday 13:00 for 90 minutes, no plan imported yet", "service hosts smba.trafficmanager.net",
            "clock         agrees with 127.0.0.1", "signing keys  1 that may speak for Teams", $"token         given for {_teams.AppId}",
            "takes our token", "Everything that can be tried",
        })
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("AADSTS7000215: Invalid client secret provided.", "the secret's id was copied in place of its value")]
    [InlineData("AADSTS7000229: The client application is missing service principal.", "has no service principal in 11111111-2222-4333-8444-555555555555")]
    [InlineData("AADSTS700016: Application with identifier was not found.", "check Bot:AppType, Bot:TenantId and Bot:AppId")]
    [InlineData("AADSTS90002: Tenant not found.", "There is no tenant 11111111-2222-4333-8444-555555555555")]
    [InlineData("AADSTS50000: Something new.", "AADSTS50000: Something new.")]
    public async Task A_refused_token_is_explained(string said, string words)
    {
        _teams.TokenRefusal = said + "\r\nTrace ID: 1";
        var (code, text) = await RunAsync();
        Assert.Equal(1, code);
        Assert.Contains("FAULT token", text, StringComparison.Ordinal);
        Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.Contains("1 fault.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_the_connector_refuses_points_to_the_authority()
    {
        await KnowAChatAsync();
        _teams.RequiresToken = true;
        _teams.RefusesAllTokens = true;
        var (code, text) = await RunAsync();
        Assert.Equal(1, code);
        Assert.Contains("FAULT connector", text, StringComparison.Ordinal);
        Assert.Contains("the authority is probably not the app's home tenant", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connector_that_cannot_be_asked_yet_is_not_called_good()
    {
        var (code, text) = await RunAsync();
        Assert.True(code == 0, text);
        Assert.Contains("-     connector     not asked", text, StringComparison.Ordinal);
        Assert.DoesNotContain("takes our token", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-4, "agrees with", 0)]
    [InlineData(-9, "9 minutes behind 127.0.0.1", 1)]
    [InlineData(9, "9 minutes ahead of 127.0.0.1", 1)]
    public async Task A_clock_that_is_off_is_told(int minutes, string words, int expected)
    {
        _clock.AdjustTime(_clock.GetUtcNow().AddMinutes(minutes));
        var (code, text) = await RunAsync();
        Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.Equal(expected, code);
    }

    [Fact]
    public async Task What_does_not_answer_is_named()
    {
        var (code, text) = await RunAsync(new() { ["Bot:OpenIdMetadata"] = "http://127.0.0.1:1/keys", ["Bot:TokenEndpoint"] = "http://127.0.0.1:1/token" });
        Assert.Equal(1, code);
        Assert.Contains("FAULT signing keys  http://127.0.0.1:1/keys gave no keys", text, StringComparison.Ordinal);
        Assert.Contains("FAULT token", text, StringComparison.Ordinal);
        Assert.Contains("-     clock         not compared", text, StringComparison.Ordinal);
        Assert.Contains("2 faults.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_settings_of_all_sections_are_told_and_nothing_else_is_tried()
    {
        var (code, text) = await RunAsync(new() { ["Bot:ClientSecret"] = "", ["Plants:works:TimeZone"] = "Europe/Nowhere" });
        Assert.Equal(1, code);
        Assert.Contains("nothing to get a token with", text, StringComparison.Ordinal);
        Assert.Contains("\"Europe/Nowhere\" is not a known zone", text, StringComparison.Ordinal);
        Assert.DoesNotContain("signing keys", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receiver_of_changes_is_told_and_one_that_cannot_be_used_is_a_fault()
    {
        const string erp = "Plants:works:HandOver:Receivers:ERP", mes = "Plants:works:HandOver:Receivers:MES";
        var (code, text) = await RunAsync(new()
        {
            [$"{erp}:Address"] = "https://erp.example.com/changes?key=1", [$"{erp}:Secret"] = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=",
            [$"{mes}:Kind"] = "File", [$"{mes}:Folder"] = "/nowhere/mes",
        });
        Assert.Equal(1, code);
        Assert.Contains("works: ERP by webhook to https://erp.example.com/changes, not asked", text, StringComparison.Ordinal);
        Assert.Contains("FAULT hand-over     works: MES has no folder /nowhere/mes", text, StringComparison.Ordinal);
        Assert.Contains("HandOver:Receivers:ERP:Address: an https address", (await RunAsync(new() { [$"{erp}:Address"] = "http://erp.example.com/" })).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_of_the_wrong_kind_is_told() =>
        Assert.Contains("FAULT settings      Failed to convert", (await RunAsync(new() { ["Bot:AppType"] = "Sngle" })).Text, StringComparison.Ordinal);

    [Theory, OnBothStores]
    public async Task An_empty_store_waits_for_the_first_start(StoreProvider provider)
    {
        await using var empty = await StoreUnderTest.EmptyAsync(provider);
        var (code, text) = await RunAsync(new() { ["Store:Provider"] = provider.ToString(), ["Store:ConnectionString"] = empty.Connection });
        Assert.True(code == 0, text);
        Assert.Contains(provider == StoreProvider.Sqlite ? "not there yet" : "which the next start does", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_cannot_be_used_is_told()
    {
        await _store.ExecuteAsync("insert into \"__EFMigrationsHistory\" values ('99990101000000_Later', '99')");
        Assert.Contains("probably later version of SoeBot wrote it", (await RunAsync()).Text, StringComparison.Ordinal);
        var (code, text) = await RunAsync(new() { ["Store:Provider"] = "PostgreSql", ["Store:ConnectionString"] = "Host=127.0.0.1;Port=1;Database=no;Timeout=2" });
        Assert.Equal(1, code);
        Assert.Contains("FAULT store         PostgreSql cannot be used", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Local_trial_mode_says_so_and_needs_no_Teams()
    {
        var (code, text) = await RunAsync(new() { ["Bot:AppId"] = "", ["Bot:ClientSecret"] = null }, "Development");
        Assert.True(code == 0, text);
        Assert.Contains("local trial mode", text, StringComparison.Ordinal);
        Assert.DoesNotContain("token         ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readiness_waits_for_plants_and_keys()
    {
        await using var app = Serving.Build(["--environment", "Production"], builder => builder.Configuration.AddInMemoryCollection(Settings()));
        var readiness = app.Services.GetRequiredService<Readiness>();
        Assert.Contains("plants", await readiness.MissingAsync(Stop), StringComparison.Ordinal);
        readiness.Set();
        Assert.Contains("signing keys", await readiness.MissingAsync(Stop), StringComparison.Ordinal);
        using var warm = app.Services.GetServices<IHostedService>().OfType<WarmChannel>().Single();
        await warm.StartAsync(Stop);
        await warm.ExecuteTask!;
        Assert.Null(await readiness.MissingAsync(Stop));
    }

    private Dictionary<string, string?> Settings() => new(_teams.BotSettings)
    {
        ["Plants:works:Name"] = "Pump works", ["Plants:works:TimeZone"] = "Europe/Berlin",
        ["Store:Provider"] = "Sqlite", ["Store:ConnectionString"] = _store.Connection,
    };

    private Task KnowAChatAsync()
    {
        var chat = _teams.Personal(_teams.Person("Eva"));
        return _store.Conversations.SeenAsync(
            new(_teams.TenantId, chat.Id, ConversationUse.Personal, _teams.ServiceUrl.AbsoluteUri, "Eva", null, null, "28:" + _teams.AppId, _clock.GetUtcNow()), Stop);
    }

    [Fact]
    public async Task The_ways_of_plan_files_are_looked_at()
    {
        await ParkAsync();
        var (code, text) = await RunAsync(new()
        {
            ["Plants:works:Mapping"] = "/no/such/mapping.json", ["Bot:AllowedFileHosts:0"] = "files.plant.example", ["Plants:works:Watch:Folder"] = "/nowhere/plans",
            ["Plants:works:Pull:Url"] = "http://127.0.0.1:1/plan.zip?key=1", ["Plants:works:Pull:Times:0"] = "05:30",
        });
        Assert.Equal(1, code);
        Assert.Contains("FAULT mapping       works: /no/such/mapping.json: there is no such mapping file.", text, StringComparison.Ordinal);
        Assert.Contains("plan files    from *.sharepoint.com, *.svc.ms, files.plant.example, up to 30 MB and 60 s each", text, StringComparison.Ordinal);
        Assert.Contains("FAULT watched       works: there is no folder /nowhere/plans. Make it", text, StringComparison.Ordinal);
        Assert.Contains("FAULT fetched       works: http://127.0.0.1:1/plan.zip could not be reached, or the answer broke off. Check the host in Pull:Url", text, StringComparison.Ordinal);
        Assert.Contains("inbox         1 parked after failing too often", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bot:AllowedFileHosts:0", "everywhere", "Bot:AllowedFileHosts has 'everywhere'")]
    [InlineData("Bot:LargestFileMegabytes", "0", "Bot:LargestFileMegabytes is 0; 1 to 500 are possible.")]
    [InlineData("Plants:works:Pull:Url", "http://erp.example/plan.zip", "Pull:Url: an https address"), InlineData("Plants:works:Watch:KeepDays", "-1", "KeepDays")]
    [InlineData("Bot:FileTimeout", "01:00:00", "Bot:FileTimeout is 01:00:00; up to 00:10:00 is possible.")]
    public async Task Wrong_settings_of_plan_files_are_named(string key, string value, string words)
    {
        var (code, text) = await RunAsync(new() { [key] = value });

        Assert.Equal(1, code);
        Assert.Contains(words, text, StringComparison.Ordinal);
    }

    private async Task ParkAsync()
    {
        await _store.Inbox.AddAsync("19:a", "1", "{}", _clock.GetUtcNow(), Stop);
        for (var at = 0; at < InboxStore.MaxTries; at++)
        {
            var message = await _store.Inbox.ClaimNextAsync(_clock.GetUtcNow().AddHours(at), Stop);
            await _store.Inbox.FailAsync(message!.Id, "broken", _clock.GetUtcNow().AddHours(at), Stop);
        }
    }

    private async Task<(int Code, string Text)> RunAsync(Dictionary<string, string?>? differing = null, string environment = "Production")
    {
        var settings = Settings();
        foreach (var (key, value) in differing ?? []) settings[key] = value;
        var output = new StringWriter();
        var code = await SoeBot.Check.CheckCommand.RunAsync(["--environment", environment], output, Stop, builder =>
        {
            builder.Configuration.AddInMemoryCollection(settings);
            builder.Services.AddSingleton<TimeProvider>(_clock);
        });
        return (code, output.ToString());
    }
}
