using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Polaris.Client.Circulation;

/// <summary>Writes the dates of a hold in the one form with a time zone that this workflow was seen to take.</summary>
internal sealed class HoldDateConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
}
