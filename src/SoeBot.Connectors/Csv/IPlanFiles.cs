namespace SoeBot.Connectors.Csv;

/// <summary>Where the files of one import lie: a folder, a zip, or single posted tables.</summary>
public interface IPlanFiles
{
    /// <summary>Names without folders, as people know them.</summary>
    IReadOnlyCollection<string> Names { get; }

    /// <summary>A stream that can seek and that the caller closes; null when there is no such file. Names are compared without case. Several may be open at the same time, on several threads.</summary>
    Stream? Open(string name);
}
