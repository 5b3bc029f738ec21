namespace SoeBot.Benchmarks.Size;

/// <summary>The files of a generated plant in a folder that goes with this.</summary>
internal sealed class GeneratedFiles(int orders) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("soebot-files-");

    public SizePlant Plant { get; } = new(orders);

    /// <param name="changed">Rows out of a hundred that differ from the plant with none.</param>
    public string Of(int changed)
    {
        var folder = Path.Combine(_folder.FullName, $"changed-{changed}");
        if (!Directory.Exists(folder)) new SizeFiles(Plant, changed).Write(folder);
        return folder;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
