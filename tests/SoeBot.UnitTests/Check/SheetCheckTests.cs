using Microsoft.Extensions.Options;
using SoeBot.Check;
using SoeBot.Plants;
using Xunit;

namespace SoeBot.UnitTests.Check;

/// <summary>Whether the meeting sheet can be written is found out before the day on which it is needed.</summary>
public sealed class SheetCheckTests
{
    [Fact]
    public void A_folder_that_takes_files_is_good_and_looks_as_before()
    {
        var folder = Directory.CreateTempSubdirectory("soebot-check-test-");
        Assert.Equal($"ok    sheet         works: the meeting sheet goes into {folder.FullName}", Line(folder.FullName));
        Assert.Empty(folder.EnumerateFileSystemInfos());
        folder.Delete();
    }

    [Fact]
    public void A_folder_that_is_not_there_and_one_that_takes_no_file_are_faults_and_none_is_nothing()
    {
        Assert.StartsWith("FAULT sheet         works: there is no folder /nowhere/sheets. Make it", Line("/nowhere/sheets"), StringComparison.Ordinal);
        if (Directory.Exists("/proc/self")) Assert.StartsWith("FAULT sheet         works: this account cannot write into /proc/self.", Line("/proc/self"), StringComparison.Ordinal);
        Assert.Equal("", Line(null));
    }

    [Fact]
    public void A_path_that_is_not_full_is_a_wrong_setting() =>
        Assert.Equal(["Sheet:Folder: \"sheets\" is no full path."], PlantWaysCheck.Problems(new PlantOptions { Sheet = new() { Folder = "sheets" } }));

    private static string Line(string? folder)
    {
        var output = new StringWriter();
        SheetCheck.Run(new PlantProfiles(Options.Create(new PlantsOptions { ["works"] = new() { Name = "Pump works", TimeZone = "Europe/Berlin", Sheet = new() { Folder = folder } } })), new CheckSheet(output));
        return output.ToString().TrimEnd();
    }
}
