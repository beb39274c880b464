namespace Polaris.Client.Folio;

/// <summary>Refuses what the server would refuse, before anything is sent. It answers a bad id with 400, 404 or 422, by method.</summary>
internal static class Arguments
{
    public const int HighestPageSize = 10_000;

    public static Guid Id(Guid id, string parameterName) => IsServersKind(id)
        ? id
        : throw new ArgumentException(
            $"'{id}' is no id that FOLIO takes: it must be a UUID of versions 1-5. "
            + "Guid.NewGuid() makes one, Guid.CreateVersion7() does not.",
            parameterName);

    public static string Name(string name, string parameterName)
    {
        _ = name ?? throw new ArgumentNullException(parameterName);
        return string.IsNullOrWhiteSpace(name) ? throw new ArgumentException("A name cannot be empty.", parameterName) : name;
    }

    public static TRecord Record<TRecord>(TRecord record, string parameterName)
        where TRecord : ReferenceRecord
    {
        _ = record ?? throw new ArgumentNullException(parameterName);
        Name(record.Name, $"{parameterName}.{nameof(record.Name)}");
        return record;
    }

    public static int? NotNegative(int? value, string parameterName) => value < 0
        ? throw new ArgumentOutOfRangeException(parameterName, value, "It must be 0 or more.")
        : value;

    public static string? Query(CqlQuery? query, string parameterName)
    {
        query?.EnsureFitsUrl(parameterName);
        return query?.Text;
    }

    public static EnumerateOptions Walk(EnumerateOptions? options, CqlQuery? query, string parameterName)
    {
        options ??= new EnumerateOptions();
        if (options.PageSize is < 1 or > HighestPageSize)
        {
            throw new ArgumentOutOfRangeException(
                $"{parameterName}.{nameof(options.PageSize)}", options.PageSize, $"It must lie between 1 and {HighestPageSize}.");
        }

        NotNegative(options.Skip, $"{parameterName}.{nameof(options.Skip)}");
        var isSorted = query is { HasSort: true };
        return (isSorted && options.After is not null) || (!isSorted && options.Skip > 0)
            ? throw new ArgumentException(
                "A query with a sort of its own goes on with Skip, any other with After.", parameterName)
            : options;
    }

    /// <summary>Version 1 to 5 and the variant of RFC 4122, as the pattern of the contract says.</summary>
    private static bool IsServersKind(Guid id)
    {
        var bytes = id.ToByteArray();
        return bytes[7] >> 4 is >= 1 and <= 5 && bytes[8] >> 6 == 2;
    }
}
