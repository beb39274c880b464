using System.Text.Json.Serialization;

namespace Polaris.Client.Benchmarks.ByHand;

internal sealed class HoldingsSourcePageDto
{
    public List<HoldingsSourceDto>? HoldingsRecordsSources { get; set; }

    public int? TotalRecords { get; set; }
}

internal sealed class HoldingsSourceDto
{
    public Guid Id { get; set; }

    public string? Name { get; set; }

    public string? Source { get; set; }

    public MetadataDto? Metadata { get; set; }
}

internal sealed class MetadataDto
{
    public DateTimeOffset? CreatedDate { get; set; }

    public Guid? CreatedByUserId { get; set; }

    public string? CreatedByUsername { get; set; }

    public DateTimeOffset? UpdatedDate { get; set; }

    public Guid? UpdatedByUserId { get; set; }

    public string? UpdatedByUsername { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HoldingsSourcePageDto))]
internal sealed partial class FolioJson : JsonSerializerContext;
