namespace SoeBot.Check;

/// <summary>One line for each thing looked at, printed as it is known.</summary>
internal sealed class CheckSheet(TextWriter output)
{
    public int Faults { get; private set; }

    public void Good(string about, string words) => Write("ok", about, words);

    /// <summary>Could not be looked into, which is no fault.</summary>
    public void Open(string about, string words) => Write("-", about, words);

    public void Fault(string about, string words)
    {
        Faults++;
        Write("FAULT", about, words);
    }

    public void End() => output.WriteLine(Faults switch { 0 => "Everything that can be tried from here works.", 1 => "1 fault.", _ => $"{Faults} faults." });

    private void Write(string mark, string about, string words) => output.WriteLine($"{mark,-6}{about,-14}{words.ReplaceLineEndings(" ")}");
}
