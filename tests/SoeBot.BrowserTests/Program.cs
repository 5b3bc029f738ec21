using SoeBot.BrowserTests;
using SoeBot.BrowserTests.Cards;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

if (args is ["card", ..])
{
    return await DrawCard.RunAsync(args[1..]);
}
// What xunit's generated entry point does: `dotnet test` talks to the platform, a person to the console.
return args.Any(a => a is "--server" or "--internal-msbuild-node")
    ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
    : await ConsoleRunner.Run(args);
