namespace Polaris.Client.Marc;

/// <summary>The base of the exceptions of this library.</summary>
public abstract class MarcException : FormatException
{
    private protected MarcException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>The exception that is thrown when something cannot be read as MARC records.</summary>
public sealed class MarcFormatException : MarcException
{
    internal MarcFormatException(string problem, string? path = null, Exception? innerException = null)
        : base(path is null ? problem : $"Not a valid MARC record: {problem} at {path}.", innerException) => Path = path;

    internal MarcFormatException(MarcDeviation deviation)
        : base($"Not a valid MARC record: {deviation}", null) => Deviation = deviation;

    /// <summary>Where in the JSON the problem is, such as <c>$.fields[3].245.subfields[0]</c>; <c>null</c> for other formats.</summary>
    public string? Path { get; }

    /// <summary>The deviation that stopped reading in strict mode; otherwise <c>null</c>.</summary>
    public MarcDeviation? Deviation { get; }
}

/// <summary>The exception that is thrown when a record cannot be written in a format.</summary>
public sealed class MarcWriteException : MarcException
{
    internal MarcWriteException(string place, string problem)
        : base($"The record cannot be written: {place}: {problem}", null) => Place = place;

    /// <summary>The place in the record, such as <c>leader</c> or <c>fields[3] (245) $a</c>.</summary>
    public string Place { get; }
}
