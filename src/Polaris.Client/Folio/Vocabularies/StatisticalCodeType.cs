namespace Polaris.Client.Folio;

/// <summary>A group of statistical codes; each <see cref="StatisticalCode"/> belongs to one.</summary>
/// <remarks>The server does not require unique names here, so two programs that call <c>GetOrCreateAsync</c> at the same time may create two records.</remarks>
[FolioResource("statistical-code-types", "statisticalCodeTypes")]
public sealed class StatisticalCodeType : ReferenceRecord
{
    /// <summary>Where the type comes from, for example <c>local</c>. The server requires it.</summary>
    public string? Source { get; set; }
}
