namespace SoeBot.Plants;

/// <summary>The meeting sheet: agenda and board of the next meeting as a page to print, for the day on which the bot is down. Section <c>Plants:{id}:Sheet</c>.</summary>
public sealed class PlantSheetOptions
{
    /// <summary>Full path of a folder that people reach without the bot. Into it the bot writes meeting-{plant}.html. Left out: no file is written.</summary>
    public string? Folder { get; set; }

    /// <summary>True: the sheet names customers, unless guests are in the plant's team. Money and penalties never stand on it.</summary>
    public bool Customers { get; set; }
}
