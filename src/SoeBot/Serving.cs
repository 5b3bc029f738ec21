using Microsoft.Extensions.Options;
using SoeBot.Import.Post;
using SoeBot.Minutes;
using SoeBot.Occurrences;
using SoeBot.Sheet;
using SoeBot.Start;
using SoeBot.Store;
using SoeBot.Teams;

namespace SoeBot;

/// <summary>Builds and runs the web app.</summary>
public static class Serving
{
    public static async Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        var app = Build(args);
        await app.RunAsync(ct);
        return 0;
    }

    /// <param name="configure">Test kit and demo replace the clock or a setting here.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var app = Builder(args, configure).Build();
        // All sections at once, before anything reads one of them.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        app.UseAuthentication();
        app.MapTeamsMessages("/api/messages");
        app.MapPlans();
        app.MapMinutes();
        app.MapSheet();
        app.MapHealth();
        app.UseOccurrences();
        return app;
    }

    /// <summary>All parts registered and none made yet: wrong settings have not thrown.</summary>
    internal static WebApplicationBuilder Builder(string[] args, Action<WebApplicationBuilder>? configure)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            // A published or installed app finds its own settings wherever it is started from.
            ContentRootPath = File.Exists("appsettings.json") ? null : AppContext.BaseDirectory,
        });
        configure?.Invoke(builder);
        builder.Services.AddSoeStore(builder.Configuration);
        builder.Services.AddTeamsChannel(builder.Configuration);
        builder.Services.AddSoeBot(builder.Configuration);
        return builder;
    }
}
