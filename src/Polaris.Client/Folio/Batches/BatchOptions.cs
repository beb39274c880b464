namespace Polaris.Client.Folio;

/// <summary>Options for saving many records.</summary>
public sealed class BatchOptions
{
    /// <summary>The default of <see cref="ChunkSize"/>: 500.</summary>
    public const int DefaultChunkSize = 500;

    /// <summary>The maximum of <see cref="ChunkSize"/>: 10,000, the maximum of servers by default.</summary>
    public const int HighestChunkSize = 10_000;

    /// <summary>The default of <see cref="Concurrency"/>: 2.</summary>
    public const int DefaultConcurrency = 2;

    /// <summary>The maximum of <see cref="Concurrency"/>: 32.</summary>
    public const int HighestConcurrency = 32;

    /// <summary>The number of records in each request.</summary>
    /// <value>500 by default; 1 to 10,000. The records of all requests in flight are in memory.</value>
    public int ChunkSize { get; set; } = DefaultChunkSize;

    /// <summary>The number of chunks that are saved at the same time.</summary>
    /// <value>2 by default; 1 to 32. With 1, the chunks are saved in the order of the records.</value>
    public int Concurrency { get; set; } = DefaultConcurrency;

    /// <summary>The number of bad records at which the run ends, so that a systematic mistake is noticed early.</summary>
    /// <value><c>null</c> by default: no limit. Each bad record is kept in memory for the report.</value>
    public int? MaxBad { get; set; }

    /// <summary>
    /// Whether an upsert replaces records without checking their versions, which loses what other users saved since the records were
    /// read.
    /// </summary>
    /// <value>
    /// <c>false</c> by default. It uses <c>batch/synchronous-unsafe</c>, which most servers refuse; the run then ends.
    /// </value>
    public bool IgnoreVersions { get; set; }

    /// <summary>The journal from which the run can be resumed after it was interrupted, or after the program ended.</summary>
    /// <value><c>null</c> by default: no journal.</value>
    public BatchJournal? Journal { get; set; }

    /// <summary>Receives a report after each chunk.</summary>
    /// <value><c>null</c> by default.</value>
    public IProgress<BatchProgress>? Progress { get; set; }

    internal void Check(string parameterName)
    {
        Check(ChunkSize, HighestChunkSize, $"{parameterName}.{nameof(ChunkSize)}");
        Check(Concurrency, HighestConcurrency, $"{parameterName}.{nameof(Concurrency)}");
        Check(MaxBad ?? 1, int.MaxValue, $"{parameterName}.{nameof(MaxBad)}");
    }

    private static void Check(int value, int highest, string parameterName)
    {
        if (value < 1 || value > highest)
        {
            throw new ArgumentOutOfRangeException(parameterName, value, $"It must be between 1 and {highest}.");
        }
    }
}

/// <summary>The progress of saving many records.</summary>
/// <param name="Read">The number of records that have been read from the input.</param>
/// <param name="Saved">The number of records that are saved.</param>
/// <param name="Bad">The number of records that were refused.</param>
/// <param name="Unknown">The number of records whose outcome is unknown.</param>
public readonly record struct BatchProgress(long Read, long Saved, long Bad, long Unknown);
