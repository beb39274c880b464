namespace Polaris.Client.Marc;

/// <summary>Options for writing MARC files.</summary>
public sealed class MarcWriteOptions
{
    /// <summary>Whether ISO 2709 is written in ISO 8859-1, one byte for each character, with leader position 09 unchanged.</summary>
    /// <value><c>false</c> by default: UTF-8. Set it to write records back that were read with <see cref="MarcEncoding.Latin1"/>: their bytes are then unchanged.</value>
    public bool Latin1 { get; set; }

    /// <summary>Whether MARC-in-JSON is written as an array instead of one record a line.</summary>
    /// <value><c>false</c> by default.</value>
    public bool JsonArray { get; set; }
}

/// <summary>Writes records to a stream as ISO 2709, MARCXML, MARC-in-JSON or mnemonic text.</summary>
/// <remarks>
/// <para>Writing is strict: what a format cannot hold is refused with <see cref="MarcWriteException"/>, and nothing of that record is
/// written. The text is UTF-8. In ISO 2709, leader positions 00-04, 09-16 and 20-23 are computed.</para>
/// <para>Dispose the writer to finish the file. The stream is not closed.</para>
/// <para>If the stream fails, or writing to it is canceled, it may hold a part of what was written. The writer then writes nothing more, so that the
/// file has no part twice and does not look complete.</para>
/// </remarks>
/// <example>
/// <code>
/// using var writer = new MarcWriter(stream, MarcFormat.MarcXml);
/// writer.Write(record);
/// </code>
/// </example>
public sealed class MarcWriter : IDisposable, IAsyncDisposable
{
    private const int FlushSize = 64 * 1024;

    private readonly Stream _stream;
    private readonly MarcFormat _format;
    private readonly MarcWriteOptions _options;
    private readonly ByteBuffer _buffer = new();
    private long _count;
    private bool _isDisposed;

    /// <summary>Whether the stream was given bytes and has not confirmed them.</summary>
    private bool _isInterrupted;

    /// <summary>Initializes a new instance of the <see cref="MarcWriter"/> class.</summary>
    /// <param name="stream">The stream to write to.</param>
    /// <param name="format">The format.</param>
    /// <param name="options">Options; <c>null</c> for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="format"/> is not a format to write.</exception>
    public MarcWriter(Stream stream, MarcFormat format = MarcFormat.Iso2709, MarcWriteOptions? options = null)
    {
        _stream = stream ?? throw new ArgumentNullException(nameof(stream));
        _format = format is >= MarcFormat.Iso2709 and <= MarcFormat.Mnemonic
            ? format
            : throw new ArgumentOutOfRangeException(nameof(format), format, "Name the format to write.");
        _options = options ?? new MarcWriteOptions();
    }

    /// <summary>Writes one record as bytes.</summary>
    /// <param name="record">The record.</param>
    /// <param name="format">The format.</param>
    /// <exception cref="ArgumentNullException"><paramref name="record"/> is null.</exception>
    /// <exception cref="MarcWriteException">The format cannot hold the record.</exception>
    public static byte[] ToBytes(MarcRecord record, MarcFormat format = MarcFormat.Iso2709)
    {
        using MemoryStream stream = new();
        using (MarcWriter writer = new(stream, format))
        {
            writer.Write(record);
        }

        return stream.ToArray();
    }

    /// <summary>Writes a record.</summary>
    /// <param name="record">The record.</param>
    /// <exception cref="ArgumentNullException"><paramref name="record"/> is null.</exception>
    /// <exception cref="MarcWriteException">The format cannot hold the record; nothing of it is written.</exception>
    /// <exception cref="InvalidOperationException">The stream failed earlier.</exception>
    public void Write(MarcRecord record)
    {
        Add(record ?? throw new ArgumentNullException(nameof(record)));
        if (_buffer.Length >= FlushSize)
        {
            Flush();
        }
    }

    /// <summary>Writes a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="cancellationToken">Cancels writing.</param>
    /// <exception cref="ArgumentNullException"><paramref name="record"/> is null.</exception>
    /// <exception cref="MarcWriteException">The format cannot hold the record; nothing of it is written.</exception>
    /// <exception cref="InvalidOperationException">The stream failed earlier.</exception>
    public async Task WriteAsync(MarcRecord record, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Add(record ?? throw new ArgumentNullException(nameof(record)));
        if (_buffer.Length >= FlushSize)
        {
            await FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Finishes the file and writes what is left to the stream.</summary>
    public void Dispose()
    {
        if (TryFinish())
        {
            Flush();
        }
    }

    /// <summary>Finishes the file and writes what is left to the stream.</summary>
    public async ValueTask DisposeAsync()
    {
        if (TryFinish())
        {
            await FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    private void Add(MarcRecord record)
    {
        if (_isDisposed)
        {
            throw new ObjectDisposedException(nameof(MarcWriter));
        }

        if (_isInterrupted)
        {
            throw new InvalidOperationException("The stream failed or was canceled earlier, so that the file is incomplete. Write it again from its beginning.");
        }

        int before = _buffer.Length;
        try
        {
            switch (_format)
            {
                case MarcFormat.Iso2709:
                    Iso2709Writer.Write(_buffer, record, _options.Latin1);
                    break;
                case MarcFormat.MarcXml:
                    _buffer.Add(_count == 0 ? MarcXmlWriter.Start : "");
                    MarcXmlWriter.Write(_buffer, record);
                    break;
                case MarcFormat.MarcJson:
                    WriteJson(record);
                    break;
                default:
                    _buffer.Add(MnemonicWriter.ToText(record));
                    break;
            }

            _count++;
        }
        catch
        {
            _buffer.Length = before;
            throw;
        }
    }

    private void WriteJson(MarcRecord record)
    {
        string json = record.ToMarcInJson();
        if (_options.JsonArray)
        {
            _buffer.Add(_count == 0 ? "[\n" : ",\n");
        }

        _buffer.Add(json);
        _buffer.Add(_options.JsonArray ? "" : "\n");
    }

    private bool TryFinish()
    {
        if (_isDisposed)
        {
            return false;
        }

        _isDisposed = true;
        if (_isInterrupted)
        {
            return false;
        }

        if (_format == MarcFormat.MarcXml)
        {
            _buffer.Add((_count == 0 ? MarcXmlWriter.Start : "") + MarcXmlWriter.End);
        }
        else if (_format == MarcFormat.MarcJson && _options.JsonArray)
        {
            _buffer.Add(_count == 0 ? "[]\n" : "\n]\n");
        }

        return true;
    }

    private void Flush()
    {
        _isInterrupted = true;
        _stream.Write(_buffer.Bytes, 0, _buffer.Length);
        _isInterrupted = false;
        _buffer.Length = 0;
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        _isInterrupted = true;
#if NET8_0_OR_GREATER
        await _stream.WriteAsync(_buffer.Bytes.AsMemory(0, _buffer.Length), cancellationToken).ConfigureAwait(false);
#else
        await _stream.WriteAsync(_buffer.Bytes, 0, _buffer.Length, cancellationToken).ConfigureAwait(false);
#endif
        _isInterrupted = false;
        _buffer.Length = 0;
    }
}
