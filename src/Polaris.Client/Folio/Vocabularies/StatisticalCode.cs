namespace Polaris.Client.Folio;

/// <summary>A code by which a library counts records in its statistics.</summary>
[FolioResource("statistical-codes", "statisticalCodes")]
public sealed class StatisticalCode : ReferenceRecord
{
    /// <summary>The code, unique within its type. The server requires it.</summary>
    public string? Code { get; set; }

    /// <summary>The ID of the <see cref="StatisticalCodeType"/> that the code belongs to. The server requires it.</summary>
    public Guid? StatisticalCodeTypeId { get; set; }

    /// <summary>Where the code comes from, for example <c>local</c>. The server requires it.</summary>
    public string? Source { get; set; }
}
