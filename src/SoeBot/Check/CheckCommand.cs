using System.CommandLine;
using Microsoft.Extensions.Options;
using SoeBot.Connectors.Http;
using SoeBot.Plants;
using SoeBot.Store;
using SoeBot.Store.Conversations;
using SoeBot.Store.HandOver;
using SoeBot.Store.Inbox;
using SoeBot.Store.Plans;
using SoeBot.Teams.Auth;
using SoeBot.Teams.Checks;
using SoeBot.Teams.Conversations;

namespace SoeBot.Check;

/// <summary>Sub-command <c>check</c>: whether the bot could work with these settings, in this place; changes nothing.</summary>
public static class CheckCommand
{
    private const int AllGood = 0, Faulty = 1;

    public static Command Create()
    {
        var command = new Command("check", "Try the settings, the store and the ways to Microsoft, and say what does not work. Changes nothing.");
        command.SetAction((_, ct) => RunAsync([], Console.Out, ct));
        return command;
    }

    /// <param name="configure">A test replaces settings or the clock here.</param>
    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken ct, Action<WebApplicationBuilder>? configure = null)
    {
        var sheet = new CheckSheet(output);
        var builder = Serving.Builder(args, configure);
        // The lines are the report; the log would say the same once more.
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        if (AreSettingsGood(app, sheet))
        {
            await LookAsync(app, sheet, ct);
        }

        sheet.End();
        return sheet.Faults == 0 ? AllGood : Faulty;
    }

    private static async Task LookAsync(WebApplication app, CheckSheet sheet, CancellationToken ct)
    {
        var all = app.Services;
        var plants = all.GetRequiredService<PlantProfiles>();
        var usable = await StoreCheck.RunAsync(all.GetRequiredService<StoreSchema>(), all.GetRequiredService<IOptions<StoreOptions>>().Value, sheet, ct);
        PlantCheck.Zones(plants, all.GetRequiredService<TimeProvider>(), sheet);
        await PlantCheck.PlansAsync(plants, usable ? all.GetRequiredService<PlanStore>() : null, sheet, ct);
        await PlantCheck.MappingsAsync(plants, sheet, ct);
        await HandOverCheck.RunAsync(plants, all.GetRequiredService<IOptions<PlantsOptions>>().Value, usable ? all.GetRequiredService<HandOverStore>() : null, sheet, ct);
        await PlanWaysCheck.RunAsync(plants, all.GetRequiredService<IOptions<PlantsOptions>>().Value, all.GetRequiredService<PlanFetch>(), sheet, ct);
        SheetCheck.Run(plants, sheet);
        if (usable && await all.GetRequiredService<InboxStore>().ParkedCountAsync(ct) is > 0 and var parked)
            sheet.Open("inbox", $"{parked} parked after failing too often: an administrator types \"parked\" to the bot to see them");
        await foreach (var finding in all.GetRequiredService<ChannelCheck>().RunAsync(ct))
        {
            if (finding.IsGood == true) sheet.Good(finding.About, finding.Words);
            else if (finding.IsGood == false) sheet.Fault(finding.About, finding.Words);
            else sheet.Open(finding.About, finding.Words);
        }

        var bot = all.GetRequiredService<IOptions<BotOptions>>().Value;
        sheet.Good("plan files", $"from *.sharepoint.com, *.svc.ms{string.Concat(bot.AllowedFileHosts.Select(host => $", {host}"))}, up to {bot.LargestFileMegabytes} MB and {bot.FileTimeout.TotalSeconds:0} s each");
        if (!bot.IsLocalTrial)
        {
            await ConnectorCheck.RunAsync(bot, usable ? all.GetRequiredService<ConversationStore>() : null, all.GetRequiredService<RosterClient>(), sheet, ct);
        }
    }

    private static bool AreSettingsGood(WebApplication app, CheckSheet sheet)
    {
        // First, because no zone would be known without it and the settings would get the blame.
        if (TimeZoneInfo.GetSystemTimeZones().Count < 2)
        {
            sheet.Fault("time zones", "This machine has no time zone data: install it (tzdata).");
            return false;
        }

        try
        {
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            sheet.Good("settings", $"valid, environment {app.Environment.EnvironmentName}");
            return true;
        }
        catch (Exception exception) when (exception is OptionsValidationException or AggregateException)
        {
            var sections = exception is AggregateException many ? many.InnerExceptions.OfType<OptionsValidationException>() : [(OptionsValidationException)exception];
            foreach (var problem in sections.SelectMany(section => section.Failures)) sheet.Fault("settings", problem);
            return false;
        }
        catch (InvalidOperationException exception)
        {
            // A value that is none of its kind: a word for a number, an unknown app type.
            sheet.Fault("settings", exception.Message);
            return false;
        }
    }
}
