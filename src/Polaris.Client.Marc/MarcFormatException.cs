namespace Polaris.Client.Marc;

/// <summary>A text could not be read as MARC records.</summary>
public sealed class MarcFormatException : FormatException
{
    internal MarcFormatException(string path, string problem, Exception? innerException = null)
        : base($"This is no MARC record: at {path}, {problem}", innerException) => Path = path;

    /// <summary>Where in the JSON the trouble is, such as <c>$.fields[3].245.subfields[0]</c>; <c>$</c> is the whole
    /// text.</summary>
    public string Path { get; }
}
