using System.CommandLine;
using SoeBot;
using SoeBot.Backtest;
using SoeBot.Check;
using SoeBot.Demo;
using SoeBot.Import;
using SoeBot.Package;

var serve = new Command("serve", "Run the bot (the default).");
serve.SetAction((_, ct) => WrongSettings.SayInsteadAsync(() => Serving.RunAsync(args, ct), Console.Error));

var root = new RootCommand("SoeBot: weekly sales and operations execution in Microsoft Teams") { serve, BacktestCommand.Create(), CheckCommand.Create(), DemoCommand.Create(), ImportCommand.Create(), PackageCommand.Create() };
root.SetAction((_, ct) => WrongSettings.SayInsteadAsync(() => Serving.RunAsync(args, ct), Console.Error));
// --Store:Provider and the like are settings; the other commands refuse what they do not know.
root.TreatUnmatchedTokensAsErrors = false;
return await root.Parse(args).InvokeAsync();

/// <summary>Named so that tests can start the app in their own process.</summary>
public partial class Program;
