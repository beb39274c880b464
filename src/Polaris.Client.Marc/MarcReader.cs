using System.Runtime.CompilerServices;

namespace Polaris.Client.Marc;

/// <summary>Reads MARC files: ISO 2709, MARCXML, MARC-in-JSON and mnemonic text, one record after another in constant memory.</summary>
/// <remarks>
/// <para>Damage never stops reading: each record is recovered as far as possible, and each deviation is reported with its place, see
/// <see cref="MarcReadOptions.OnDeviation"/> and <see cref="MarcReadResult"/>. Text is not changed. Where it is converted to Unicode, for example from
/// MARC-8, leader position 09 becomes <c>a</c>.</para>
/// <para>Time and memory stay in proportion to the input, whatever it holds, and only exceptions derived from <see cref="MarcException"/>
/// are thrown, besides those of the stream.</para>
/// <para>The stream is read from its current position and is not closed.</para>
/// </remarks>
/// <example>
/// <code>
/// await foreach (MarcRecord record in MarcReader.ReadAsync(stream, cancellationToken))
/// {
///     Console.WriteLine(record.Title);
/// }
/// </code>
/// </example>
public static class MarcReader
{
    /// <summary>Reads the records of a stream; bytes that cannot be read as a record are reported and skipped.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="options">Options; <c>null</c> for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="MarcFormatException">The format is not known or refused, or the file deviates from it in strict mode.</exception>
    public static IEnumerable<MarcRecord> Read(Stream stream, MarcReadOptions? options = null) =>
        ReadResults(stream, options).Select(result => result.Record).OfType<MarcRecord>();

    /// <summary>Reads the records of a stream, each with its place, its deviations and, where it has any, its bytes.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="options">Options; <c>null</c> for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="MarcFormatException">The format is not known or refused, or the file deviates from it in strict mode.</exception>
    public static IEnumerable<MarcReadResult> ReadResults(Stream stream, MarcReadOptions? options = null) =>
        Results(stream ?? throw new ArgumentNullException(nameof(stream)), options ?? new MarcReadOptions());

    /// <summary>Reads the records of a stream; bytes that cannot be read as a record are skipped.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="MarcFormatException">The format is not known or refused.</exception>
    public static IAsyncEnumerable<MarcRecord> ReadAsync(Stream stream, CancellationToken cancellationToken = default) =>
        ReadAsync(stream, null, cancellationToken);

    /// <summary>Reads the records of a stream; bytes that cannot be read as a record are reported and skipped.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="options">Options; <c>null</c> for the defaults.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="MarcFormatException">The format is not known or refused, or the file deviates from it in strict mode.</exception>
    public static IAsyncEnumerable<MarcRecord> ReadAsync(Stream stream, MarcReadOptions? options, CancellationToken cancellationToken = default) =>
        RecordsAsync(stream ?? throw new ArgumentNullException(nameof(stream)), options ?? new MarcReadOptions(), cancellationToken);

    /// <summary>Reads the records of a stream, each with its place, its deviations and, where it has any, its bytes.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="options">Options; <c>null</c> for the defaults.</param>
    /// <param name="cancellationToken">Cancels reading.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="MarcFormatException">The format is not known or refused, or the file deviates from it in strict mode.</exception>
    public static IAsyncEnumerable<MarcReadResult> ReadResultsAsync(
        Stream stream, MarcReadOptions? options = null, CancellationToken cancellationToken = default) =>
        ResultsAsync(stream ?? throw new ArgumentNullException(nameof(stream)), options ?? new MarcReadOptions(), cancellationToken);

    private static IEnumerable<MarcReadResult> Results(Stream stream, MarcReadOptions options)
    {
        using MarcPump pump = new(options);
        while (true)
        {
            while (pump.TryTake(out MarcReadResult? result))
            {
                if (result is not null)
                {
                    yield return result;
                }
            }

            if (pump.IsFinal)
            {
                yield break;
            }

            ArraySegment<byte> space = pump.Space();
            pump.Advance(stream.Read(space.Array!, space.Offset, space.Count));
        }
    }

    private static async IAsyncEnumerable<MarcReadResult> ResultsAsync(
        Stream stream, MarcReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using MarcPump pump = new(options);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            while (pump.TryTake(out MarcReadResult? result))
            {
                if (result is not null)
                {
                    yield return result;
                }
            }

            if (pump.IsFinal)
            {
                yield break;
            }

            ArraySegment<byte> space = pump.Space();
#if NET8_0_OR_GREATER
            pump.Advance(await stream.ReadAsync(space.AsMemory(), cancellationToken).ConfigureAwait(false));
#else
            pump.Advance(await stream.ReadAsync(space.Array!, space.Offset, space.Count, cancellationToken).ConfigureAwait(false));
#endif
        }
    }

    private static async IAsyncEnumerable<MarcRecord> RecordsAsync(
        Stream stream, MarcReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (MarcReadResult result in ResultsAsync(stream, options, cancellationToken).ConfigureAwait(false))
        {
            if (result.Record is { } record)
            {
                yield return record;
            }
        }
    }
}
