const pounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });
const wholePounds = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP', maximumFractionDigits: 0 });

/** An amount in pence as money: 30835 is "£308.35", 80000 is "£800". */
export const sayMoney = (pence: number): string => (pence % 100 === 0 ? wholePounds : pounds).format(pence / 100);
