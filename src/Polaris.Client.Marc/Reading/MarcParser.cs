using System.Globalization;
using System.Text;

namespace Polaris.Client.Marc;

/// <summary>Finds one record after another in a buffer. The caller reads more bytes when the buffer does not hold a whole record.</summary>
internal abstract class MarcParser(MarcReadOptions options)
{
    protected MarcReadOptions Options { get; } = options;

    /// <summary>The number of records found so far.</summary>
    protected long Number { get; set; }

    /// <summary>Reads the next record.</summary>
    /// <param name="data">The buffer.</param>
    /// <param name="start">The first byte that is not consumed yet.</param>
    /// <param name="end">The end of the bytes in the buffer.</param>
    /// <param name="isFinal">Whether the file ends with the buffer.</param>
    /// <param name="offset">The position of <paramref name="start"/> in the file.</param>
    /// <param name="consumed">How many bytes are done with.</param>
    /// <param name="result">A record or unreadable bytes; <c>null</c> if only filler was consumed.</param>
    /// <returns><c>false</c> if more bytes are needed.</returns>
    public abstract bool TryRead(byte[] data, int start, int end, bool isFinal, long offset, out int consumed, out MarcReadResult? result);

    /// <summary>Gives up a record that is larger than the limit; what follows is searched for the next one.</summary>
    public virtual void Abandon()
    {
    }

    /// <summary>Reports a record that is larger than the limit.</summary>
    public MarcReadResult TooLarge(byte[] data, int start, int end, long offset)
    {
        DeviationLog log = new(Options, ++Number, offset);
        log.Add(MarcDeviationKind.TooLarge, offset, $"skipped a record of more than {Options.MaxRecordBytes} bytes", data, start, Math.Min(end, start + 100));
        return Finish(log, null, data, start, end);
    }

    /// <summary>Completes a result.</summary>
    /// <param name="log">The deviations.</param>
    /// <param name="record">The record, or <c>null</c> if it could not be read.</param>
    /// <param name="data">The buffer.</param>
    /// <param name="start">The first byte of the record.</param>
    /// <param name="end">The end of the record.</param>
    /// <param name="bytes">A copy of these bytes that several records share; <c>null</c> to copy them if they are kept.</param>
    protected MarcReadResult Finish(DeviationLog log, MarcRecord? record, byte[] data, int start, int end, ReadOnlyMemory<byte>? bytes = null)
    {
        MarcReadResult result = new(log.RecordNumber, log.Offset, end - start) { Record = record };
        if (log.Deviations is { } deviations)
        {
            string? controlNumber = record?.ControlNumber;
            deviations.ForEach(deviation => deviation.ControlNumber = controlNumber);
            result.Deviations = deviations;
            if (Options.OnDeviation is { } callback)
            {
                deviations.ForEach(callback);
            }
        }

        if (Options.KeepBytes || log.Deviations is not null)
        {
            result.Bytes = bytes ?? data.AsSpan(start, end - start).ToArray();
        }

        return result;
    }

    /// <summary>Makes the requested repairs of text.</summary>
    protected string Repair(DeviationLog log, string text, long offset, string tag, char? code)
    {
        if (Options.Repairs == MarcRepairs.None)
        {
            return text;
        }

        string repaired = TextRepair.Apply(text, Options.Repairs);
        if (!ReferenceEquals(repaired, text) && repaired != text)
        {
            log.Add(MarcDeviationKind.Repaired, offset, "changed the text as requested", Shorten(text), tag, code);
        }

        return repaired;
    }

    public static string Shorten(string text) => text.Length <= 100 ? text : text.Substring(0, 100);
}

/// <summary>Collects the deviations of one record.</summary>
internal sealed class DeviationLog(MarcReadOptions options, long recordNumber, long offset)
{
    /// <summary>The most deviations of one record. Its bytes are kept, so that no more are needed to judge it.</summary>
    public const int Most = 1000;

    public long RecordNumber { get; } = recordNumber;

    public long Offset { get; } = offset;

    public List<MarcDeviation>? Deviations { get; private set; }

    public void Add(MarcDeviationKind kind, long offset, string done, string read = "", string? tag = null, char? code = null)
    {
        if (Deviations?.Count == Most)
        {
            Deviations[Most - 1].Done = "did not list this and the further deviations of the record";
            return;
        }

        MarcDeviation deviation = new(kind, RecordNumber, offset) { Done = done, Read = read, Tag = tag, SubfieldCode = code };
        if (options.Mode == MarcReadMode.Strict && kind != MarcDeviationKind.Repaired) // What was asked for is not a fault of the file.
        {
            options.OnDeviation?.Invoke(deviation);
            throw new MarcFormatException(deviation);
        }

        (Deviations ??= []).Add(deviation);
    }

    public void Add(MarcDeviationKind kind, long offset, string done, byte[] data, int start, int end, string? tag = null, char? code = null) =>
        Add(kind, offset, done, Deviations?.Count == Most ? "" : Show(data, start, end), tag, code);

    private static string Show(byte[] data, int start, int end)
    {
        StringBuilder text = new();
        for (int i = start; i < end && text.Length < 100; i++)
        {
            text.Append(data[i] is >= 0x20 and < 0x7F ? ((char)data[i]).ToString() : "\\x" + data[i].ToString("X2", CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }
}

/// <summary>The changes of <see cref="MarcRepairs"/>.</summary>
internal static class TextRepair
{
    private const int LongestReference = 10;

    public static string Apply(string text, MarcRepairs repairs)
    {
        if ((repairs & MarcRepairs.CharacterReferences) != 0)
        {
            text = ExpandReferences(text);
        }

        if ((repairs & MarcRepairs.ControlCharacters) != 0 && text.Any(char.IsControl))
        {
            // XML wraps lines between words, which must stay apart.
            text = string.Concat(text.Replace("\r\n", " ").Select(c => c is '\r' or '\n' or '\t' ? ' ' : c).Where(c => !char.IsControl(c)));
        }

        return (repairs & MarcRepairs.Compose) != 0 ? Compose(text) : text;
    }

    /// <summary>Returns text that Unicode does not allow (a lone surrogate, U+FFFE) unchanged; what is refused differs by platform.</summary>
    private static string Compose(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    /// <summary>Replaces <c>&amp;#xHHHH;</c> by the character; other references stay.</summary>
    public static string ExpandReferences(string text)
    {
        int at = text.IndexOf("&#x", StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        StringBuilder expanded = new(text, 0, at, text.Length);
        while (at < text.Length)
        {
            bool isStart = text[at] == '&' && string.CompareOrdinal(text, at, "&#x", 0, 3) == 0;
            int end = isStart ? text.IndexOf(';', at, Math.Min(LongestReference, text.Length - at)) : -1;
            if (end - at > 3
                && int.TryParse(text.Substring(at + 3, end - at - 3), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int point)
                && point is >= 0x20 and <= 0x10FFFF and not (>= 0xD800 and <= 0xDFFF))
            {
                expanded.Append(char.ConvertFromUtf32(point));
                at = end + 1;
            }
            else
            {
                expanded.Append(text[at++]);
            }
        }

        return expanded.ToString();
    }
}
