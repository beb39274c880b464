namespace Polaris.Client.Folio;

/// <summary>Who created and changed a record, and when, as the server keeps it.</summary>
public sealed class RecordMetadata
{
    /// <summary>When the record was created.</summary>
    public DateTimeOffset? CreatedDate { get; set; }

    /// <summary>The id of the user who created it.</summary>
    public Guid? CreatedByUserId { get; set; }

    /// <summary>The name of the user who created it.</summary>
    public string? CreatedByUsername { get; set; }

    /// <summary>When the record was last changed.</summary>
    public DateTimeOffset? UpdatedDate { get; set; }

    /// <summary>The id of the user who last changed it.</summary>
    public Guid? UpdatedByUserId { get; set; }

    /// <summary>The name of the user who last changed it.</summary>
    public string? UpdatedByUsername { get; set; }
}
