namespace Polaris.Client.Benchmarks.ByHand;

internal sealed class ObjectReferenceDto
{
    public int ObjectTypeID { get; set; }

    public int ObjectID { get; set; }
}
