using System.Text;

namespace Samples;

/// <summary>Writes messages; those that cannot be written, for example because the disk is full, must not end a program that still works.</summary>
/// <param name="writer">Writes them.</param>
internal sealed class ForgivingWriter(TextWriter writer) : TextWriter
{
    public override Encoding Encoding => writer.Encoding;

    public override void Write(char value) => Try(() => writer.Write(value));

    public override void Write(char[] buffer, int index, int count) => Try(() => writer.Write(buffer, index, count));

    public override void Write(string? value) => Try(() => writer.Write(value));

    public override void WriteLine(string? value) => Try(() => writer.WriteLine(value));

    public override void Flush() => Try(writer.Flush);

    private static void Try(Action write)
    {
        try
        {
            write();
        }
        catch (IOException)
        {
            // The message cannot go anywhere else; the exit code shows what happened.
        }
    }
}
