using CsCheck;

namespace RunRecovery.Core.Tests.Recovery;

/// <summary>Planning is quick, so what holds for every plan is tried on thousands.</summary>
internal static class Always
{
    private const long Plans = 4000;

    public static void Holds<T>(this Gen<T> any, Action<T> claim) => any.Sample(claim, iter: Plans);

    public static void Holds<T1, T2>(this Gen<(T1, T2)> any, Action<T1, T2> claim) => any.Sample(claim, iter: Plans);

    public static void Holds<T1, T2, T3>(this Gen<(T1, T2, T3)> any, Action<T1, T2, T3> claim) => any.Sample(claim, iter: Plans);
}
