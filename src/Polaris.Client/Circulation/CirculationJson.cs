using System.Text.Json;
using System.Text.Json.Serialization;
using Polaris.Client.Json;

namespace Polaris.Client.Circulation;

/// <summary>The JSON metadata of check-in, check-out, holds and interlibrary loans, without reflection.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNameCaseInsensitive = true,
    Converters = [typeof(ServerDateTimeConverter), typeof(LenientValues)])]
[JsonSerializable(typeof(CheckIn))]
[JsonSerializable(typeof(CheckOut))]
[JsonSerializable(typeof(CreateHoldRequest))]
[JsonSerializable(typeof(PatronBlocks))]
[JsonSerializable(typeof(SerialHoldChoices))]
[JsonSerializable(typeof(UpdateHoldRequest))]
[JsonSerializable(typeof(ReceiveIllRequest))]
[JsonSerializable(typeof(IllRequestReceived))]
[JsonSerializable(typeof(DeleteIllRequest))]
[JsonSerializable(typeof(ConvertHoldToIll))]
[JsonSerializable(typeof(RegisterPatron))]
[JsonSerializable(typeof(DeletePatrons))]
[JsonSerializable(typeof(MakeClaim))]
[JsonSerializable(typeof(HoldRequest))]
[JsonSerializable(typeof(IReadOnlyList<PatronHold>))]
[JsonSerializable(typeof(IReadOnlyList<JsonElement>))]
[JsonSerializable(typeof(HoldDefaults))]
[JsonSerializable(typeof(HoldCounts))]
internal sealed partial class CirculationJson : JsonSerializerContext;
